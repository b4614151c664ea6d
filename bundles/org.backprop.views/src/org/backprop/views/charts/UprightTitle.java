package org.backprop.views.charts;

import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.events.PaintListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ITitle;

/**
 * Writes the title of the y axis over that of SWTChart, which is an image of low resolution and blurred where a pixel of the
 * layout is several of the screen.
 */
final class UprightTitle implements PaintListener {
    /** What SWTChart leaves free at its edges. */
    private static final int MARGIN = 5;

    private static final int UPWARDS = -90;

    private final Chart chart;

    UprightTitle(Chart chart) {
        this.chart = chart;
    }

    @Override
    public void paintControl(PaintEvent event) {
        ITitle title = Charts.y(chart).getTitle();
        if (!title.isVisible() || title.getText().isBlank()) {
            return;
        }
        GC gc = event.gc;
        gc.setFont(title.getFont());
        Point extent = gc.textExtent(title.getText());
        Rectangle plot = chart.getPlotArea().getControl().getBounds();
        int top = plot.y + (plot.height - extent.x) / 2;
        gc.setBackground(chart.getBackground());
        gc.fillRectangle(0, top - 1, MARGIN + extent.y + 1, extent.x + 2);
        gc.setForeground(title.getForeground());
        write(title.getText(), gc, MARGIN, top + extent.x);
    }

    private static void write(String text, GC gc, int x, int y) {
        Transform before = new Transform(gc.getDevice());
        Transform upright = new Transform(gc.getDevice());
        try {
            gc.getTransform(before);
            gc.getTransform(upright);
            upright.translate(x, y);
            upright.rotate(UPWARDS);
            gc.setTransform(upright);
            gc.drawText(text, 0, 0, true);
            gc.setTransform(before);
        } finally {
            upright.dispose();
            before.dispose();
        }
    }
}
