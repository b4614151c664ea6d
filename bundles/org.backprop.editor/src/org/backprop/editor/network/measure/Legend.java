package org.backprop.editor.network.measure;

import java.util.Locale;

import org.backprop.editor.network.draw.GcPen;
import org.backprop.editor.network.draw.Hues;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** What the shades of the nodes mean: the measure, the run and its step, and the least and the greatest value. */
public final class Legend extends Canvas {
    private static final int MARGIN = 5;
    private static final int BAR_WIDTH = 140;
    private static final int BAR_HEIGHT = 10;
    private static final int GAP = 6;

    private Readings readings;

    public Legend(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> paint(event.gc));
    }

    /** Shows what the shades mean; null for nothing. */
    public void show(Readings shown) {
        readings = shown;
        setToolTipText(shown == null ? null : text());
        redraw();
    }

    /** The legend in words. */
    public String text() {
        if (readings == null) {
            return "";
        }
        String title = readings.measure().title();
        if (readings.run().isEmpty()) {
            return NLS.bind(Messages.no_run, title);
        }
        if (readings.values().isEmpty()) {
            return NLS.bind(Messages.not_recorded, title, readings.run());
        }
        String step = String.format(Locale.ROOT, "%,d", readings.step());
        return NLS.bind(
                readings.running() ? Messages.legend_running : Messages.legend,
                new Object[] {title, readings.run(), step});
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        int height = gc.getFontMetrics().getHeight() + 2 * MARGIN;
        gc.dispose();
        return new Point(widthHint == SWT.DEFAULT ? BAR_WIDTH : widthHint, height);
    }

    private void paint(GC gc) {
        if (readings == null) {
            return;
        }
        Hues hues = Hues.of(this, getForeground());
        gc.setForeground(getForeground());
        int x = MARGIN;
        if (!readings.values().isEmpty()) {
            x = text(gc, readings.textAt(0), x);
            int top = (getClientArea().height - BAR_HEIGHT) / 2;
            for (int i = 0; i < BAR_WIDTH; i++) {
                gc.setForeground(new Color(hues.shade(i / (BAR_WIDTH - 1.0))));
                gc.drawLine(x + i, top, x + i, top + BAR_HEIGHT);
            }
            gc.setForeground(getForeground());
            x = text(gc, readings.textAt(1), x + BAR_WIDTH + GAP) + 2 * GAP;
        }
        RGB color = getForeground().getRGB();
        new GcPen(gc, getFont(), getFont(), 1)
                .text(text(), x, MARGIN, getClientArea().width - x - MARGIN, color, false);
    }

    /** Draws a text, and says where the next thing may begin. */
    private static int text(GC gc, String text, int x) {
        gc.drawString(text, x, MARGIN, true);
        return x + gc.stringExtent(text).x + GAP;
    }
}
