package org.backprop.editor.network.draw;

import org.backprop.editor.network.graph.Diagram.Area;

/**
 * The part of a drawing that is seen.
 *
 * @param scale pixels a point
 * @param left x of the drawing at the left edge, in points
 * @param top y of the drawing at the upper edge, in points
 */
public record Viewport(double scale, double left, double top) {
    private static final double LEAST = 0.02;
    private static final double MOST = 4;
    private static final double MARGIN = 20;

    /** Everything, not larger than in life, in a window of this many pixels. */
    public static Viewport fit(double width, double height, int windowWidth, int windowHeight) {
        double scale = Math.clamp(
                Math.min(windowWidth / (width + 2 * MARGIN), windowHeight / (height + 2 * MARGIN)), LEAST, 1.0);
        return new Viewport(scale, (width - windowWidth / scale) / 2, (height - windowHeight / scale) / 2);
    }

    /** At its scale, with the upper end of the drawing in the middle of the upper edge. */
    public static Viewport top(double scale, double width, int windowWidth) {
        return new Viewport(scale, (width - windowWidth / scale) / 2, -MARGIN);
    }

    /** Scaled by a factor around a pixel that stays where it is. */
    public Viewport zoomed(double factor, double px, double py) {
        double next = Math.clamp(scale * factor, LEAST, MOST);
        return new Viewport(next, x(px) - px / next, y(py) - py / next);
    }

    /** Moved by pixels. */
    public Viewport moved(double dx, double dy) {
        return new Viewport(scale, left + dx / scale, top + dy / scale);
    }

    /** Moved as little as needed to see an area in a window of this many pixels. */
    public Viewport showing(Area area, int windowWidth, int windowHeight) {
        return new Viewport(
                scale,
                shifted(left, windowWidth / scale, area.x(), area.width()),
                shifted(top, windowHeight / scale, area.y(), area.height()));
    }

    private static double shifted(double from, double window, double start, double length) {
        double low = start + length + MARGIN - window;
        double high = start - MARGIN;
        return low > high ? (low + high) / 2 : Math.clamp(from, low, high);
    }

    /** The x of the drawing at a pixel. */
    public double x(double pixel) {
        return left + pixel / scale;
    }

    /** The y of the drawing at a pixel. */
    public double y(double pixel) {
        return top + pixel / scale;
    }

    /** The part that a window of this many pixels shows. */
    public Area visible(int windowWidth, int windowHeight) {
        return new Area(left, top, windowWidth / scale, windowHeight / scale);
    }
}
