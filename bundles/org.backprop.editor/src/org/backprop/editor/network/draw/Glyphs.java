package org.backprop.editor.network.draw;

import org.backprop.editor.network.graph.LayerKind;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;

/** A small sign for each kind of layer, so that colour is not the only difference. */
public final class Glyphs {

    private Glyphs() {}

    /** Draws the sign of a type of layer into a square of {@code size} points. */
    public static void draw(GC gc, String type, int x, int y, int size) {
        LayerKind kind = LayerKind.of(type);
        draw(new GcPen(gc, gc.getFont(), gc.getFont(), 1), kind, x, y, size, Hues.of(kind));
    }

    /** Draws the sign into a square of {@code s} points. */
    static void draw(Pen pen, LayerKind kind, double x, double y, double s, RGB color) {
        double m = s / 2;
        switch (kind) {
            case INPUT -> {
                pen.line(new double[] {x + m, y + 1, x + m, y + s - 4}, color, 2);
                pen.polygon(new double[] {x + m - 4, y + s - 6, x + m + 4, y + s - 6, x + m, y + s}, color);
            }
            case DENSE -> {
                for (double from : new double[] {y + 3, y + s - 3}) {
                    for (double to : new double[] {y + 3, y + s - 3}) {
                        pen.line(new double[] {x + 3, from, x + s - 3, to}, color, 1);
                    }
                    pen.dot(x + 3, from, 2.5, color);
                    pen.dot(x + s - 3, from, 2.5, color);
                }
            }
            case CONVOLUTION -> {
                pen.box(x + 1, y + 1, s - 2, s - 2, 1, null, color, 1);
                pen.box(x + 1, y + 1, m, m, 1, color, null, 1);
            }
            case POOLING -> {
                pen.polygon(
                        new double[] {x + 1, y + 2, x + s - 1, y + 2, x + m + 2, y + s - 2, x + m - 2, y + s - 2},
                        color);
            }
            case RECURRENT -> {
                pen.line(
                        new double[] {
                            x + s - 4, y + s - 2, x + 2, y + s - 2, x + 2, y + 3, x + s - 2, y + 3, x + s - 2, y + m + 1
                        },
                        color,
                        2);
                pen.polygon(new double[] {x + s - 6, y + m, x + s + 2, y + m, x + s - 2, y + m + 5}, color);
            }
            case ACTIVATION -> pen.line(new double[] {x + 1, y + s - 3, x + m, y + s - 3, x + s - 1, y + 2}, color, 2);
            case NORMALIZATION ->
                pen.line(
                        new double[] {
                            x, y + s - 2, x + 4, y + s - 4, x + m, y + 2, x + s - 4, y + s - 4, x + s, y + s - 2
                        },
                        color,
                        2);
            case DROPOUT -> {
                pen.box(x + 1, y + 1, s - 2, s - 2, m, null, color, 2);
                pen.line(new double[] {x + 4, y + 4, x + s - 4, y + s - 4}, color, 2);
            }
            case MERGE -> {
                pen.line(new double[] {x + m, y + 2, x + m, y + s - 2}, color, 2);
                pen.line(new double[] {x + 2, y + m, x + s - 2, y + m}, color, 2);
            }
            case SHAPE -> {
                pen.box(x + 1, y + 3, m - 1, s - 6, 1, null, color, 1);
                pen.line(new double[] {x + m + 1, y + m, x + s, y + m}, color, 2);
                pen.line(new double[] {x + s - 3, y + m - 3, x + s, y + m, x + s - 3, y + m + 3}, color, 1);
            }
        }
    }
}
