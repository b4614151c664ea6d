package org.backprop.engine.data.shapes;

import org.backprop.engine.random.Draws;

/**
 * Where a figure stands in an image.
 *
 * @param x column of its centre, in pixels
 * @param y row of its centre
 * @param radius pixels that the figure's length 1 takes
 * @param stretch its width over its height
 * @param cos of its angle
 * @param sin of its angle
 */
record Pose(float x, float y, float radius, float stretch, float cos, float sin) {

    /** A pose at a place, turned by up to {@code turn} (1 is half a turn) either way. */
    static Pose draw(Draws draws, float x, float y, float radius, float turn) {
        double angle = draws.uniform(-turn, turn) * Math.PI;
        float stretch = draws.uniform(0.8f, 1.25f);
        return new Pose(x, y, radius, stretch, (float) StrictMath.cos(angle), (float) StrictMath.sin(angle));
    }

    /** How deep a point of the image, in pixels, lies in a figure of this pose: 0 outside, 1 inside, soft at the edge. */
    float coverage(Figure figure, float column, float row) {
        float dx = column - x;
        float dy = row - y;
        float u = (cos * dx + sin * dy) / (radius * stretch);
        float v = (cos * dy - sin * dx) * stretch / radius;
        return Math.clamp(0.5f - radius * figure.distance(u, v), 0f, 1f);
    }
}
