package org.backprop.engine.data.shapes;

import org.backprop.engine.random.Draws;

/** One image under work: a background, clutter, the figure, what covers it, and noise. */
final class Scene {

    private static final int CHANNELS = 3;
    private static final int MOST_CLUTTER = 6;
    private static final int TRIES = 16;
    private static final float LEAST_CONTRAST = 0.3f;
    private static final float TURN = 0.2f;
    private static final float COVERED = 0.3f;
    private static final float NOISE = 0.1f;

    private final Draws draws;
    private final float[] pixels;
    private final int offset;
    private final int size;

    /** Draws into the 3 x {@code size} x {@code size} pixels from {@code offset} on. */
    Scene(Draws draws, float[] pixels, int offset, int size) {
        this.draws = draws;
        this.pixels = pixels;
        this.offset = offset;
        this.size = size;
    }

    void draw(Figure figure) {
        float[] background = color();
        fill(new Texture(draws, background, draws.uniform(0.05f, 0.4f), 2 + draws.below(6), size));
        clutter(draws.below(MOST_CLUTTER + 1));
        float radius = draws.uniform(0.22f, 0.38f) * size;
        float reach = size - 2 * radius;
        float x = radius + reach * draws.uniform(0, 1);
        float y = radius + reach * draws.uniform(0, 1);
        Texture surface =
                new Texture(draws, contrasting(background), draws.uniform(0, 0.25f), 2 + draws.below(4), size);
        paint(figure, Pose.draw(draws, x, y, radius, TURN), surface);
        if (draws.chance(COVERED)) {
            clutter(1 + draws.below(2));
        }
        noise(NOISE * draws.uniform(0, 1));
    }

    private float[] color() {
        float[] color = new float[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            color[channel] = draws.uniform(0, 1);
        }
        return color;
    }

    /** A colour that can be told from another. */
    private float[] contrasting(float[] other) {
        float[] color = color();
        for (int i = 0; i < TRIES && distance(color, other) < LEAST_CONTRAST; i++) {
            color = color();
        }
        return color;
    }

    private static float distance(float[] a, float[] b) {
        float sum = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            sum += (a[channel] - b[channel]) * (a[channel] - b[channel]);
        }
        return (float) Math.sqrt(sum);
    }

    private void fill(Texture texture) {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                blend(column, row, texture, 1);
            }
        }
    }

    /** Small figures of any kind. */
    private void clutter(int count) {
        Figure[] figures = Figure.values();
        for (int i = 0; i < count; i++) {
            Figure figure = figures[draws.below(figures.length)];
            float x = draws.uniform(0, size);
            float y = draws.uniform(0, size);
            Pose pose = Pose.draw(draws, x, y, draws.uniform(0.05f, 0.12f) * size, 1);
            paint(figure, pose, new Texture(draws, color(), 0, 2, size));
        }
    }

    private void paint(Figure figure, Pose pose, Texture texture) {
        float reach = 1.3f * pose.radius() + 1;
        int left = Math.max(0, (int) (pose.x() - reach));
        int right = Math.min(size - 1, (int) (pose.x() + reach));
        int top = Math.max(0, (int) (pose.y() - reach));
        int bottom = Math.min(size - 1, (int) (pose.y() + reach));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                float coverage = pose.coverage(figure, column + 0.5f, row + 0.5f);
                if (coverage > 0) {
                    blend(column, row, texture, coverage);
                }
            }
        }
    }

    private void blend(int column, int row, Texture texture, float coverage) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            int at = offset + (channel * size + row) * size + column;
            pixels[at] += coverage * (texture.at(channel, column + 0.5f, row + 0.5f) - pixels[at]);
        }
    }

    private void noise(float deviation) {
        for (int i = offset; i < offset + CHANNELS * size * size; i++) {
            pixels[i] = Math.clamp(pixels[i] + deviation * draws.bell(), 0f, 1f);
        }
    }
}
