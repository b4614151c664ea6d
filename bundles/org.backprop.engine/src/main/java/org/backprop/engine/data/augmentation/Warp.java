package org.backprop.engine.data.augmentation;

import java.util.List;

/** Rotates, shifts, zooms and shears in one resampling, by bilinear interpolation; what is outside counts as 0. */
record Warp(List<AffineStep> steps) implements Change {

    @Override
    public void apply(Specimen specimen, Work work) {
        Frame frame = specimen.frame();
        AffineMap map = work.map();
        map.reset();
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).draw(work.draws(), frame, map);
        }
        float[] to = specimen.blank();
        float centreX = (frame.columns() - 1) / 2f;
        float centreY = (frame.rows() - 1) / 2f;
        for (int row = 0; row < frame.rows(); row++) {
            for (int column = 0; column < frame.columns(); column++) {
                float x = map.x(column - centreX, row - centreY) + centreX;
                float y = map.y(column - centreX, row - centreY) + centreY;
                if (x > -1 && y > -1 && x < frame.columns() && y < frame.rows()) {
                    sample(specimen, x, y, to, row * frame.columns() + column);
                }
            }
        }
        specimen.swap();
    }

    /** Writes each channel's value at a point to a pixel, which holds what is outside. */
    private static void sample(Specimen specimen, float x, float y, float[] to, int pixel) {
        Frame frame = specimen.frame();
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = x - left;
        float bottom = y - top;
        for (int channel = 0; channel < frame.channels(); channel++) {
            int at = channel * frame.plane() + pixel;
            float outside = to[at];
            float upper = line(specimen, channel, top, left, right, outside);
            float lower = line(specimen, channel, top + 1, left, right, outside);
            to[at] = upper + bottom * (lower - upper);
        }
    }

    private static float line(Specimen specimen, int channel, int row, int left, float right, float outside) {
        Frame frame = specimen.frame();
        if (row < 0 || row >= frame.rows()) {
            return outside;
        }
        int at = channel * frame.plane() + row * frame.columns() + left;
        float a = left < 0 ? outside : specimen.values()[at];
        float b = left + 1 >= frame.columns() ? outside : specimen.values()[at + 1];
        return a + right * (b - a);
    }
}
