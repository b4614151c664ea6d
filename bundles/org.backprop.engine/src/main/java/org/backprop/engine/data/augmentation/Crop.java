package org.backprop.engine.data.augmentation;

import org.backprop.model.CropAugmentation;

/** Cuts a window out of the padded image: moves it by whole pixels. */
record Crop(CropAugmentation spec) implements Change {

    @Override
    public void apply(Specimen specimen, Work work) {
        int down = work.draws().below(2 * spec.padding() + 1) - spec.padding();
        int right = work.draws().below(2 * spec.padding() + 1) - spec.padding();
        Frame frame = specimen.frame();
        float[] to = specimen.blank();
        int length = frame.columns() - Math.abs(right);
        for (int line = 0; length > 0 && line < frame.channels() * frame.rows(); line++) {
            int row = line % frame.rows() - down;
            if (row >= 0 && row < frame.rows()) {
                int from = (line - down) * frame.columns() + Math.max(0, -right);
                System.arraycopy(specimen.values(), from, to, line * frame.columns() + Math.max(0, right), length);
            }
        }
        specimen.swap();
    }
}
