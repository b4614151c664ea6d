package org.backprop.views.gradients;

import java.util.OptionalDouble;

import org.backprop.runlog.events.Histogram;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Figures;
import org.backprop.views.Themed;
import org.backprop.views.svg.Svg;
import org.backprop.views.svg.SvgPaint;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Draws distributions one before the other, the newest in front. The tool tip gives the figures of the nearest one. */
final class RidgeCanvas {
    private static final int OVERLAP = 3;
    private static final int ROOM = 10;
    private static final double FAINT = 0.12;
    private static final double NEWEST = 0.78;
    /** Pixels of a point of a font. */
    private static final double POINT = 96.0 / 72;

    private final Canvas canvas;
    private Ridge ridge;
    private ChartTheme theme;

    RidgeCanvas(Composite parent, Runnable changed) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> changed.run());
        canvas.addListener(SWT.MouseMove, event -> canvas.setToolTipText(tip(event.y)));
        canvas.setData(SvgPaint.KEY, (SvgPaint) this::paintSvg);
        Themed.follow(canvas, current -> {
            theme = current;
            canvas.redraw();
        });
    }

    Canvas control() {
        return canvas;
    }

    void show(Ridge shown) {
        ridge = shown;
        canvas.redraw();
    }

    /** What is drawn, or null. */
    Ridge shown() {
        return ridge;
    }

    /** Where the distributions stand: room for steps on the left, for numbers below, and for the peak of the first above. */
    private record Frame(int left, int top, int width, int height, int rows) {
        double spacing() {
            return (double) height / (rows + OVERLAP - 1);
        }

        int base(int row) {
            return top + (int) Math.round(spacing() * (row + OVERLAP));
        }

        int x(double share) {
            return left + (int) Math.round(share * width);
        }
    }

    private Frame frame(GC gc) {
        Point size = canvas.getSize();
        int text = gc.getFontMetrics().getHeight();
        int left = gc.textExtent(step(ridge.recorded().size() - 1)).x + ROOM;
        int rows = ridge.recorded().size();
        return new Frame(left, 2, Math.max(1, size.x - left - ROOM), Math.max(1, size.y - text - 6), rows);
    }

    private String step(int row) {
        return Long.toString(ridge.recorded().get(row).step());
    }

    private void paint(GC gc) {
        gc.setBackground(theme.background());
        gc.fillRectangle(canvas.getClientArea());
        if (ridge == null || ridge.isEmpty()) {
            return;
        }
        Frame frame = frame(gc);
        paintAxis(gc, frame);
        gc.setAntialias(SWT.ON);
        for (int row = 0; row < frame.rows(); row++) {
            paintRow(gc, frame, row);
        }
        paintSteps(gc, frame);
    }

    private void paintAxis(GC gc, Frame frame) {
        double width = ridge.high() - ridge.low();
        int bottom = frame.base(frame.rows() - 1);
        double[] marks = {ridge.low(), 0, ridge.high()};
        int free = 0;
        for (double mark : marks) {
            int x = frame.x((mark - ridge.low()) / width);
            gc.setForeground(theme.grid());
            gc.drawLine(x, frame.top(), x, bottom);
            String text = mark == 0 ? "0" : Figures.loss(OptionalDouble.of(mark));
            int extent = gc.textExtent(text).x;
            int at = Math.clamp(x - extent / 2, 0, Math.max(0, canvas.getSize().x - extent));
            if (at >= free) {
                gc.setForeground(theme.foreground());
                gc.drawString(text, at, bottom + 3, true);
                free = at + extent + ROOM;
            }
        }
    }

    private void paintRow(GC gc, Frame frame, int row) {
        int[] points = outline(frame, row);
        gc.setBackground(color(frame, row));
        gc.fillPolygon(points);
        gc.setForeground(row == frame.rows() - 1 ? theme.foreground() : theme.background());
        gc.drawPolyline(points);
    }

    /** The older, the fainter. */
    private Color color(Frame frame, int row) {
        double age = frame.rows() == 1 ? 1 : (double) row / (frame.rows() - 1);
        return ChartTheme.mix(theme.background(), theme.train(), FAINT + (NEWEST - FAINT) * age);
    }

    private int[] outline(Frame frame, int row) {
        float[] heights = ridge.heights()[row];
        int base = frame.base(row);
        double peak = frame.spacing() * OVERLAP;
        int[] points = new int[2 * heights.length + 4];
        points[0] = frame.left();
        points[1] = base;
        for (int i = 0; i < heights.length; i++) {
            points[2 * i + 2] = frame.x((i + 0.5) / heights.length);
            points[2 * i + 3] = base - (int) Math.round(heights[i] * peak);
        }
        points[points.length - 2] = frame.left() + frame.width();
        points[points.length - 1] = base;
        return points;
    }

    private void paintSvg(Svg svg, Rectangle area) {
        if (ridge == null || ridge.isEmpty()) {
            return;
        }
        GC gc = new GC(canvas);
        Frame frame = frame(gc);
        gc.dispose();
        double font = canvas.getFont().getFontData()[0].getHeight() * POINT;
        for (int row = 0; row < frame.rows(); row++) {
            int[] points = outline(frame, row);
            double[] x = new double[points.length / 2];
            double[] y = new double[points.length / 2];
            for (int i = 0; i < x.length; i++) {
                x[i] = (double) area.x + points[2 * i];
                y[i] = (double) area.y + points[2 * i + 1];
            }
            svg.fill(x, y, color(frame, row), 1);
            svg.line(x, y, new Svg.Stroke(row == frame.rows() - 1 ? theme.foreground() : theme.background(), 1, ""));
        }
        svg.text(step(0), area.x, (double) area.y + frame.base(0), Svg.Anchor.START, font, 0, theme.foreground());
        int last = frame.rows() - 1;
        svg.text(step(last), area.x, (double) area.y + frame.base(last), Svg.Anchor.START, font, 0, theme.foreground());
        double bottom = (double) area.y + area.height - 2;
        String low = Figures.loss(OptionalDouble.of(ridge.low()));
        String high = Figures.loss(OptionalDouble.of(ridge.high()));
        svg.text(low, (double) area.x + frame.left(), bottom, Svg.Anchor.START, font, 0, theme.foreground());
        svg.text(high, (double) area.x + area.width, bottom, Svg.Anchor.END, font, 0, theme.foreground());
    }

    private void paintSteps(GC gc, Frame frame) {
        int height = gc.getFontMetrics().getHeight();
        int free = Integer.MAX_VALUE;
        gc.setForeground(theme.foreground());
        for (int row = frame.rows() - 1; row >= 0; row--) {
            int y = frame.base(row) - height + 3;
            if (y + height <= free) {
                String text = step(row);
                gc.drawString(text, frame.left() - ROOM / 2 - gc.textExtent(text).x, y, true);
                free = y;
            }
        }
    }

    private String tip(int y) {
        if (ridge == null || ridge.isEmpty()) {
            return null;
        }
        GC gc = new GC(canvas);
        Frame frame = frame(gc);
        gc.dispose();
        int row = 0;
        while (row < frame.rows() - 1 && frame.base(row) < y) {
            row++;
        }
        Histogram histogram = ridge.recorded().get(row).value();
        return NLS.bind(Messages.ridge_tip, new Object[] {
            step(row), text(histogram.sum() / histogram.count()), text(histogram.min()), text(histogram.max())
        });
    }

    private static String text(double value) {
        return Figures.loss(OptionalDouble.of(value));
    }
}
