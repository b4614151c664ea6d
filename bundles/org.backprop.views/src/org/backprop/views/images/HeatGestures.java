package org.backprop.views.images;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** Zooms and moves a canvas of cells with mouse and keyboard. */
final class HeatGestures {
    private static final double IN = 0.8;
    private static final double OUT = 1 / IN;
    private static final double CENTRE = 0.5;

    private final HeatCanvas heat;
    private final Canvas canvas;
    private Region grabbed;
    private Point grabbedAt;

    HeatGestures(HeatCanvas heat) {
        this.heat = heat;
        canvas = heat.control();
        canvas.addListener(SWT.MouseWheel, this::wheel);
        canvas.addListener(SWT.MouseDown, this::grab);
        canvas.addListener(SWT.MouseUp, event -> grabbed = null);
        canvas.addListener(SWT.MouseMove, this::moved);
        canvas.addListener(SWT.MouseDoubleClick, event -> heat.look(heat.all()));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = true);
    }

    private void wheel(Event event) {
        if (!heat.region().isEmpty()) {
            Point size = heat.fit().size();
            double x = Math.clamp((double) event.x / Math.max(1, size.x), 0, 1);
            double y = Math.clamp((double) event.y / Math.max(1, size.y), 0, 1);
            heat.look(heat.region().zoomed(event.count > 0 ? IN : OUT, x, y, heat.all()));
            event.doit = false;
        }
    }

    private void grab(Event event) {
        canvas.setFocus();
        grabbed = heat.region();
        grabbedAt = new Point(event.x, event.y);
    }

    private void moved(Event event) {
        Fit fit = heat.fit();
        if (grabbed != null && !grabbed.isEmpty()) {
            int right = (int) Math.round((grabbedAt.x - event.x) / fit.cellWidth());
            int down = (int) Math.round((grabbedAt.y - event.y) / fit.cellHeight());
            heat.look(grabbed.moved(right, down, heat.all()));
        } else {
            Region region = heat.region();
            int column = fit.column(event.x);
            int row = fit.row(event.y);
            boolean inside = column < region.column() + region.columns() && row < region.row() + region.rows();
            String mark = heat.markTip(event.x);
            String tip = mark == null && inside ? heat.tip(column, row) : mark;
            if (tip == null || !tip.equals(canvas.getToolTipText())) {
                canvas.setToolTipText(tip);
            }
        }
    }

    private void key(Event event) {
        Region region = heat.region();
        if (region.isEmpty()) {
            return;
        }
        int columns = Math.max(1, region.columns() / 8);
        int rows = Math.max(1, region.rows() / 8);
        switch (event.keyCode) {
            case '+', '=', SWT.KEYPAD_ADD -> heat.look(region.zoomed(IN, CENTRE, CENTRE, heat.all()));
            case '-', SWT.KEYPAD_SUBTRACT -> heat.look(region.zoomed(OUT, CENTRE, CENTRE, heat.all()));
            case '0', SWT.KEYPAD_0, SWT.HOME -> heat.look(heat.all());
            case SWT.ARROW_LEFT -> heat.look(region.moved(-columns, 0, heat.all()));
            case SWT.ARROW_RIGHT -> heat.look(region.moved(columns, 0, heat.all()));
            case SWT.ARROW_UP -> heat.look(region.moved(0, -rows, heat.all()));
            case SWT.ARROW_DOWN -> heat.look(region.moved(0, rows, heat.all()));
            default -> {}
        }
    }
}
