package org.backprop.views.evaluation.attempt;

import java.util.List;

import org.backprop.runlog.evaluation.NetworkDescription;
import org.backprop.views.evaluation.attempt.Sketch.Stroke;

/** Turns a sketch into the values of a picture as the network takes it. */
public final class SketchRaster {
    /** Radius of the pen as a share of the picture's shorter side: 1.2 of 28 pixels, as the generated digits have. */
    static final double PEN = 0.043;

    /** Radius of the eraser. */
    static final double ERASER = 0.1;

    private static final double DARK = 0.5;

    private final int rows;
    private final int columns;
    private final float[] ink;

    private SketchRaster(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        ink = new float[rows * columns];
    }

    /** Whether the pen is light on a dark background, as in the training. */
    static boolean isLightPen(NetworkDescription network) {
        return network.background() < DARK;
    }

    /** The values, channel by channel, each with the same picture: the background of the training, and ink of 1, or else 0. */
    public static float[] values(Sketch sketch, NetworkDescription network) {
        List<Integer> shape = network.shape();
        SketchRaster raster = new SketchRaster(shape.get(shape.size() - 2), shape.getLast());
        SketchFit fit = SketchFit.of(sketch, network.extent(), PEN);
        sketch.strokes().forEach(stroke -> raster.draw(stroke, fit));
        float background = (float) network.background();
        float pen = isLightPen(network) ? 1 : 0;
        float[] values = new float[network.example().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = background + (pen - background) * raster.ink[i % raster.ink.length];
        }
        return values;
    }

    private void draw(Stroke stroke, SketchFit fit) {
        double radius = Math.min(rows, columns) * (stroke.erases() ? ERASER * fit.scale() : PEN);
        List<float[]> points = stroke.points();
        for (int i = 0; i < points.size(); i++) {
            float[] from = points.get(Math.max(0, i - 1));
            float[] to = points.get(i);
            segment(
                    fit.x(from[0]) * columns,
                    fit.y(from[1]) * rows,
                    fit.x(to[0]) * columns,
                    fit.y(to[1]) * rows,
                    radius,
                    stroke.erases());
        }
    }

    /** A pixel's ink is how deep its centre lies in the stroke, from half a pixel outside to half a pixel inside. */
    private void segment(double x0, double y0, double x1, double y1, double radius, boolean erases) {
        double reach = radius + 0.5;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = Math.max(dx * dx + dy * dy, 1e-9);
        int last = Math.min(rows - 1, (int) (Math.max(y0, y1) + reach));
        for (int row = Math.max(0, (int) (Math.min(y0, y1) - reach)); row <= last; row++) {
            for (int column = 0; column < columns; column++) {
                double px = column + 0.5 - x0;
                double py = row + 0.5 - y0;
                double t = Math.clamp((px * dx + py * dy) / square, 0, 1);
                double distance = Math.hypot(px - t * dx, py - t * dy);
                float covered = (float) Math.clamp(reach - distance, 0, 1);
                int at = row * columns + column;
                ink[at] = erases ? Math.min(ink[at], 1 - covered) : Math.max(ink[at], covered);
            }
        }
    }
}
