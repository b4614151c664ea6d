package org.backprop.views.evaluation.attempt;

import java.util.List;

import org.backprop.views.evaluation.attempt.Sketch.Stroke;

/**
 * How a sketch is moved and scaled to lie as what the pictures of the training show: a place p becomes
 * {@code scale * (p - centre) + 0.5}.
 *
 * @param scale greater than 0
 * @param x centre of the sketch
 * @param y centre of the sketch
 */
record SketchFit(double scale, double x, double y) {
    /** As it was drawn. */
    static final SketchFit NONE = new SketchFit(1, 0.5, 0.5);

    private static final double LEAST = 0.4;
    private static final double MOST = 2.5;
    private static final double WHOLE = 0.95;

    /**
     * Fits the box around the pen's strokes.
     *
     * @param extent wanted longer side of that box with the width of the pen, as a share of the picture; one that is not
     *     known (0), or as good as the whole picture, leaves the sketch as it is
     * @param pen radius of the pen as a share of the picture
     */
    static SketchFit of(Sketch sketch, double extent, double pen) {
        if (sketch.isEmpty() || extent <= 2 * pen || extent >= WHOLE) {
            return NONE;
        }
        float left = 1;
        float right = 0;
        float top = 1;
        float bottom = 0;
        for (Stroke stroke : sketch.strokes()) {
            for (float[] point : stroke.erases() ? List.<float[]>of() : stroke.points()) {
                left = Math.min(left, point[0]);
                right = Math.max(right, point[0]);
                top = Math.min(top, point[1]);
                bottom = Math.max(bottom, point[1]);
            }
        }
        double longer = Math.max(right - left, bottom - top);
        double scale = longer <= 0 ? 1 : Math.clamp((extent - 2 * pen) / longer, LEAST, MOST);
        return new SketchFit(scale, (left + right) / 2.0, (top + bottom) / 2.0);
    }

    double x(float place) {
        return scale * (place - x) + 0.5;
    }

    double y(float place) {
        return scale * (place - y) + 0.5;
    }
}
