package org.backprop.views.svg;

import java.util.Arrays;

import org.backprop.views.svg.Svg.Stroke;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;

/** Draws the lines, symbols and bars of a chart. */
final class SeriesSvg {
    private static final double AREA = 0.3;

    private final Svg svg;
    private final Rectangle plot;

    SeriesSvg(Svg svg, Rectangle plot) {
        this.svg = svg;
        this.plot = plot;
    }

    void draw(ISeries<?> series, Scale x, Scale y) {
        if (series instanceof ILineSeries<?> line) {
            draw(line, x.at(line.getXSeries()), y.at(line.getYSeries()));
        } else if (series instanceof IBarSeries<?> bars) {
            for (Rectangle bar : bars.getBounds()) {
                if (bar != null) {
                    svg.fill(new Rectangle(plot.x + bar.x, plot.y + bar.y, bar.width, bar.height), bars.getBarColor());
                }
            }
        }
    }

    private void draw(ILineSeries<?> line, double[] x, double[] y) {
        int from = 0;
        for (int i = 0; i <= x.length; i++) {
            if (i == x.length || !Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                part(line, Arrays.copyOfRange(x, from, i), Arrays.copyOfRange(y, from, i));
                from = i + 1;
            }
        }
    }

    /** Draws what has no gap. */
    private void part(ILineSeries<?> line, double[] x, double[] y) {
        double[] cornersX = line.isStepEnabled() ? stairs(x, true) : x;
        double[] cornersY = line.isStepEnabled() ? stairs(y, false) : y;
        if (line.isAreaEnabled() && x.length > 1) {
            area(line.getLineColor(), cornersX, cornersY);
        }
        if (line.getLineStyle() != LineStyle.NONE) {
            svg.line(
                    cornersX,
                    cornersY,
                    new Stroke(line.getLineColor(), line.getLineWidth(), dashes(line.getLineStyle())));
        }
        for (int i = 0; i < x.length && line.getSymbolType() != PlotSymbolType.NONE; i++) {
            symbol(line.getSymbolType(), x[i], y[i], line.getSymbolSize(), line.getSymbolColor());
        }
    }

    private void area(Color color, double[] x, double[] y) {
        int last = x.length;
        double bottom = (double) plot.y + plot.height;
        double[] closedX = Arrays.copyOf(x, last + 2);
        double[] closedY = Arrays.copyOf(y, last + 2);
        closedX[last] = x[last - 1];
        closedX[last + 1] = x[0];
        closedY[last] = bottom;
        closedY[last + 1] = bottom;
        svg.fill(closedX, closedY, color, AREA);
    }

    /** A value holds until the next one. */
    private static double[] stairs(double[] values, boolean along) {
        double[] corners = new double[Math.max(0, 2 * values.length - 1)];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = values[along ? (i + 1) / 2 : i / 2];
        }
        return corners;
    }

    private void symbol(PlotSymbolType type, double x, double y, double size, Color color) {
        switch (type) {
            case SQUARE ->
                svg.fill(
                        new double[] {x - size, x + size, x + size, x - size},
                        new double[] {y - size, y - size, y + size, y + size},
                        color,
                        1);
            case DIAMOND ->
                svg.fill(new double[] {x - size, x, x + size, x}, new double[] {y, y - size, y, y + size}, color, 1);
            case TRIANGLE ->
                svg.fill(new double[] {x - size, x, x + size}, new double[] {y + size, y - size, y + size}, color, 1);
            case INVERTED_TRIANGLE ->
                svg.fill(new double[] {x - size, x, x + size}, new double[] {y - size, y + size, y - size}, color, 1);
            case CROSS -> cross(x, y, size, 1, 1, color);
            case PLUS -> cross(x, y, size, 1, 0, color);
            default -> svg.dot(x, y, size, color);
        }
    }

    /** Two lines that cross at a right angle, one of them in the direction (dx, dy). */
    private void cross(double x, double y, double size, int dx, int dy, Color color) {
        Stroke stroke = new Stroke(color, 1, "");
        double a = size * dx;
        double b = size * dy;
        svg.line(new double[] {x - a, x + a}, new double[] {y - b, y + b}, stroke);
        svg.line(new double[] {x - b, x + b}, new double[] {y + a, y - a}, stroke);
    }

    static String dashes(LineStyle style) {
        return switch (style) {
            case DASH -> "6 4";
            case DOT -> "2 3";
            case DASHDOT -> "6 3 2 3";
            case DASHDOTDOT -> "6 3 2 3 2 3";
            default -> "";
        };
    }
}
