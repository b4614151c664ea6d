package org.backprop.engine.data.digits;

import org.backprop.engine.random.Draws;

/** What makes a picture hard to read: a part of it covered, and noise in every pixel. */
final class Degradation {

    private static final float OCCLUSION = 0.15f;
    private static final float NOISE = 0.12f;

    private Degradation() {}

    /** Degrades the {@code size} x {@code size} pixels from {@code offset} on; they stay within 0 to 1. */
    static void apply(Draws draws, float[] pixels, int offset, int size) {
        if (draws.chance(OCCLUSION)) {
            occlude(draws, pixels, offset, size);
        }
        float noise = NOISE * draws.uniform(0, 1);
        for (int i = offset; i < offset + size * size; i++) {
            pixels[i] = Math.clamp(pixels[i] + noise * draws.bell(), 0f, 1f);
        }
    }

    /** Blanks a patch, or a bar across the whole picture. */
    private static void occlude(Draws draws, float[] pixels, int offset, int size) {
        boolean bar = draws.chance(0.5f);
        int width = bar ? size : size / 7 + draws.below(size / 7);
        int height = bar ? 2 + draws.below(size / 14) : size / 7 + draws.below(size / 7);
        boolean upright = draws.chance(0.5f);
        int columns = upright ? height : width;
        int rows = upright ? width : height;
        int left = columns == size ? 0 : size / 7 + draws.below(size * 5 / 7 - columns);
        int top = rows == size ? 0 : size / 7 + draws.below(size * 5 / 7 - rows);
        for (int row = top; row < top + rows; row++) {
            for (int column = left; column < left + columns; column++) {
                pixels[offset + row * size + column] = 0;
            }
        }
    }
}
