package org.backprop.engine.data.shapes;

import org.backprop.engine.random.Draws;

/** A colour that varies smoothly over an image: random values on a grid, interpolated between its points (value noise). */
final class Texture {

    private final int grid;
    private final float[] values;
    private final float scale;

    /**
     * Draws a texture.
     *
     * @param color mean of each channel
     * @param amplitude greatest deviation from it
     * @param grid points on a side, at least 2
     * @param size pixels on a side of the image
     */
    Texture(Draws draws, float[] color, float amplitude, int grid, int size) {
        this.grid = grid;
        scale = (grid - 1f) / size;
        values = new float[color.length * grid * grid];
        float common = draws.uniform(0, 1);
        for (int point = 0; point < grid * grid; point++) {
            float shade = draws.uniform(-amplitude, amplitude);
            for (int channel = 0; channel < color.length; channel++) {
                float own = draws.uniform(-amplitude, amplitude);
                values[channel * grid * grid + point] = color[channel] + common * shade + (1 - common) * own;
            }
        }
    }

    /** The value of a channel at a point of the image, in pixels from 0 to its size. */
    float at(int channel, float column, float row) {
        float x = column * scale;
        float y = row * scale;
        int left = Math.min((int) x, grid - 2);
        int top = Math.min((int) y, grid - 2);
        int at = (channel * grid + top) * grid + left;
        float upper = mix(values[at], values[at + 1], x - left);
        float lower = mix(values[at + grid], values[at + grid + 1], x - left);
        return mix(upper, lower, y - top);
    }

    private static float mix(float a, float b, float t) {
        return a + t * (b - a);
    }
}
