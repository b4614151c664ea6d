package org.backprop.editor.network.draw;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;

/** Draws on the screen or an image. The scale and the place are set on the graphics context by a transform. */
public final class GcPen implements Pen {
    private static final String DOTS = "\u2026";

    private final GC gc;
    private final Font plain;
    private final Font bold;
    private final Detail detail;

    /** A pen on a graphics context that is scaled already. */
    public GcPen(GC gc, Font plain, Font bold, double scale) {
        this.gc = gc;
        this.plain = plain;
        this.bold = bold;
        detail = Detail.at(scale);
        gc.setAntialias(detail == Detail.SPECKS ? SWT.OFF : SWT.ON);
        gc.setTextAntialias(SWT.ON);
    }

    @Override
    public void box(
            double x, double y, double width, double height, double radius, RGB fill, RGB line, double lineWidth) {
        int round = (int) (2 * radius);
        if (fill != null && round == 0) {
            gc.setBackground(new Color(fill));
            gc.fillRectangle((int) x, (int) y, (int) width, (int) height);
        } else if (fill != null) {
            gc.setBackground(new Color(fill));
            gc.fillRoundRectangle((int) x, (int) y, (int) width, (int) height, round, round);
        }
        if (line != null) {
            gc.setForeground(new Color(line));
            gc.setLineWidth(Math.max(1, (int) Math.round(lineWidth)));
            gc.drawRoundRectangle((int) x, (int) y, (int) width, (int) height, round, round);
        }
    }

    @Override
    public void line(double[] points, RGB color, double lineWidth) {
        gc.setForeground(new Color(color));
        gc.setLineWidth(Math.max(1, (int) Math.round(lineWidth)));
        gc.drawPolyline(whole(points));
    }

    @Override
    public void polygon(double[] points, RGB color) {
        gc.setBackground(new Color(color));
        gc.fillPolygon(whole(points));
    }

    @Override
    public void dot(double x, double y, double radius, RGB color) {
        gc.setBackground(new Color(color));
        int size = (int) Math.round(2 * radius);
        gc.fillOval((int) Math.round(x - radius), (int) Math.round(y - radius), size, size);
    }

    @Override
    public void text(String text, double x, double y, double width, RGB color, boolean isBold) {
        gc.setForeground(new Color(color));
        gc.setFont(isBold ? bold : plain);
        gc.drawString(fitting(text, width), (int) x, (int) y, true);
    }

    private String fitting(String text, double width) {
        if (gc.stringExtent(text).x <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (gc.stringExtent(text.substring(0, middle) + DOTS).x <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low).stripTrailing() + DOTS;
    }

    @Override
    public double width(String text, boolean isBold) {
        gc.setFont(isBold ? bold : plain);
        return gc.stringExtent(text).x;
    }

    @Override
    public Detail detail() {
        return detail;
    }

    private static int[] whole(double[] points) {
        int[] whole = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            whole[i] = (int) Math.round(points[i]);
        }
        return whole;
    }
}
