package org.backprop.views.svg;

import java.math.BigDecimal;
import java.math.MathContext;

import org.backprop.views.svg.Svg.Anchor;
import org.backprop.views.svg.Svg.Stroke;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IAxis.Direction;
import org.eclipse.swtchart.LineStyle;

/** Draws an axis: its line, marks with numbers, lines across the plot, and its title. */
final class AxisSvg {
    private static final int MARK = 4;
    private static final double BASELINE = 0.35;
    private static final int DIGITS = 6;

    private final Svg svg;
    private final IAxis axis;
    private final Rectangle plot;
    private final Rectangle whole;
    private final double size;
    private final Scale scale;

    /** @param size height of the font in pixels */
    AxisSvg(Svg svg, IAxis axis, Rectangle plot, Rectangle whole, double size) {
        this.svg = svg;
        this.axis = axis;
        this.plot = plot;
        this.whole = whole;
        this.size = size;
        boolean vertical = axis.getDirection() == Direction.Y;
        scale = new Scale(axis, vertical ? plot.y : plot.x, vertical ? plot.height : plot.width);
    }

    static double fontSize(Chart chart) {
        return chart.getFont().getFontData()[0].getHeight() * 96.0 / 72;
    }

    void draw() {
        boolean vertical = axis.getDirection() == Direction.Y;
        Color color = axis.getTick().getForeground();
        for (double value : axis.getTick().getTickLabelValues()) {
            if (value >= axis.getRange().lower && value <= axis.getRange().upper) {
                mark(value, vertical, color);
            }
        }
        int bottom = plot.y + plot.height;
        line(plot.x, bottom, vertical ? plot.x : plot.x + plot.width, vertical ? plot.y : bottom, color);
        String title = axis.getTitle().getText();
        Color said = axis.getTitle().getForeground();
        if (vertical) {
            svg.text(title, whole.x + size, plot.y + plot.height / 2.0, Anchor.MIDDLE, size, -90, said);
        } else {
            svg.text(
                    title,
                    plot.x + plot.width / 2.0,
                    whole.y + whole.height - size * BASELINE,
                    Anchor.MIDDLE,
                    size,
                    0,
                    said);
        }
    }

    private void mark(double value, boolean vertical, Color color) {
        double at = scale.at(value);
        int bottom = plot.y + plot.height;
        String number = label(value);
        if (vertical) {
            if (axis.getGrid().getStyle() != LineStyle.NONE) {
                line(plot.x, at, plot.x + plot.width, at, axis.getGrid().getForeground());
            }
            line(plot.x - MARK, at, plot.x, at, color);
            svg.text(number, plot.x - 2 * MARK, at + size * BASELINE, Anchor.END, size, 0, color);
        } else {
            line(at, bottom, at, bottom + MARK, color);
            svg.text(number, at, bottom + MARK + size, Anchor.MIDDLE, size, 0, color);
        }
    }

    private void line(double fromX, double fromY, double toX, double toY, Color color) {
        svg.line(new double[] {fromX, toX}, new double[] {fromY, toY}, new Stroke(color, 1, ""));
    }

    private String label(double value) {
        if (axis.getTick().getFormat() != null) {
            return axis.getTick().getFormat().format(value);
        }
        BigDecimal exact = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        return Math.abs(exact.scale()) > DIGITS ? exact.toString() : exact.toPlainString();
    }
}
