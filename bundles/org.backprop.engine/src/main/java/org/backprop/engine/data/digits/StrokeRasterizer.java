package org.backprop.engine.data.digits;

/**
 * Draws round pen strokes with soft edges into a square grey picture: a pixel's value is how deep its centre lies
 * within the stroke, from 0 (half a pixel outside the edge) to the ink (half a pixel inside).
 */
final class StrokeRasterizer {

    private static final int STEPS = 6;

    private final float[] pixels;
    private final int offset;
    private final int size;
    private final float ink;
    private float radius;
    private float radiusStep;

    /** Draws with {@code ink} (0 to 1) into the {@code size} x {@code size} pixels from {@code offset} on. */
    StrokeRasterizer(float[] pixels, int offset, int size, float ink) {
        this.pixels = pixels;
        this.offset = offset;
        this.size = size;
        this.ink = ink;
    }

    /**
     * Draws the uniform Catmull-Rom spline through the given points (Catmull and Rom, 1974).
     *
     * @param x the points' columns, in pixels; pixel 0's centre is at 0.5
     * @param y the points' rows, in pixels
     * @param startRadius half the width of the stroke at its start, in pixels
     * @param endRadius half the width at its end
     */
    void spline(float[] x, float[] y, boolean closed, float startRadius, float endRadius) {
        int points = x.length;
        int spans = closed ? points : points - 1;
        radius = startRadius;
        radiusStep = (endRadius - startRadius) / (spans * STEPS);
        for (int i = 0; i < spans; i++) {
            int before = closed ? (i + points - 1) % points : Math.max(i - 1, 0);
            int to = (i + 1) % points;
            int after = closed ? (i + 2) % points : Math.min(i + 2, points - 1);
            span(x[before], y[before], x[i], y[i], x[to], y[to], x[after], y[after]);
        }
    }

    private void span(float x0, float y0, float x1, float y1, float x2, float y2, float x3, float y3) {
        float fromX = x1;
        float fromY = y1;
        for (int step = 1; step <= STEPS; step++) {
            float t = (float) step / STEPS;
            float toX = catmullRom(x0, x1, x2, x3, t);
            float toY = catmullRom(y0, y1, y2, y3, t);
            segment(fromX, fromY, toX, toY);
            radius += radiusStep;
            fromX = toX;
            fromY = toY;
        }
    }

    private static float catmullRom(float a, float b, float c, float d, float t) {
        return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    private void segment(float x0, float y0, float x1, float y1) {
        float reach = radius + 0.5f;
        int left = Math.max(0, (int) (Math.min(x0, x1) - reach));
        int right = Math.min(size - 1, (int) (Math.max(x0, x1) + reach));
        int top = Math.max(0, (int) (Math.min(y0, y1) - reach));
        int bottom = Math.min(size - 1, (int) (Math.max(y0, y1) + reach));
        float dx = x1 - x0;
        float dy = y1 - y0;
        float inverse = 1 / Math.max(dx * dx + dy * dy, 1e-6f);
        for (int row = top; row <= bottom; row++) {
            float py = row + 0.5f - y0;
            for (int column = left; column <= right; column++) {
                float px = column + 0.5f - x0;
                float t = Math.clamp((px * dx + py * dy) * inverse, 0f, 1f);
                float ex = px - t * dx;
                float ey = py - t * dy;
                float square = ex * ex + ey * ey;
                if (square < reach * reach) {
                    float value = ink * Math.min(1, reach - (float) Math.sqrt(square));
                    int at = offset + row * size + column;
                    pixels[at] = Math.max(pixels[at], value);
                }
            }
        }
    }
}
