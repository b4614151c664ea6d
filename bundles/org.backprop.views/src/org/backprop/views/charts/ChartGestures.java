package org.backprop.views.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;

/**
 * Wheel: zoom at the pointer, with Ctrl only along x. Drag: zoom into a rectangle, or along one axis if it is flat. Middle button or
 * Shift and drag: move. Double click: everything. Keys: arrows move, + and - zoom, 0 or Home shows everything.
 */
final class ChartGestures {
    private static final double IN = 0.8;
    private static final double OUT = 1 / IN;
    private static final double STEP = 0.1;
    private static final int FLAT = 8;

    private final ChartNavigation navigation;
    private final Control area;
    private final RubberBand band;
    private Point start;
    private boolean moving;

    ChartGestures(Chart chart, ChartNavigation navigation) {
        this.navigation = navigation;
        area = chart.getPlotArea().getControl();
        band = new RubberBand(chart);
        area.addListener(SWT.MouseWheel, this::wheel);
        area.addListener(SWT.MouseDown, this::press);
        area.addListener(SWT.MouseMove, this::drag);
        area.addListener(SWT.MouseUp, this::release);
        area.addListener(SWT.MouseDoubleClick, event -> navigation.fit());
        area.addListener(SWT.KeyDown, this::key);
        area.addListener(SWT.Traverse, ChartGestures::traverse);
    }

    private void wheel(Event event) {
        double factor = event.count > 0 ? IN : OUT;
        zoom(factor, right(event.x), (event.stateMask & SWT.CTRL) != 0 ? 1 : factor, up(event.y));
        event.doit = false;
    }

    private void zoom(double factorX, double x, double factorY, double y) {
        navigation.look(x - x * factorX, x + (1 - x) * factorX, y - y * factorY, y + (1 - y) * factorY);
    }

    private void press(Event event) {
        area.setFocus();
        moving = event.button == 2 || event.button == 1 && (event.stateMask & SWT.SHIFT) != 0;
        start = moving || event.button == 1 ? new Point(event.x, event.y) : null;
    }

    private void drag(Event event) {
        if (start == null) {
            return;
        }
        if (moving) {
            double right = right(event.x) - right(start.x);
            double up = up(event.y) - up(start.y);
            navigation.look(-right, 1 - right, -up, 1 - up);
            start = new Point(event.x, event.y);
        } else {
            band.show(chosen(event));
        }
    }

    private void release(Event event) {
        Rectangle chosen = start == null || moving ? new Rectangle(0, 0, 0, 0) : chosen(event);
        start = null;
        band.show(null);
        if (chosen.width > 0 && chosen.height > 0 && Math.max(chosen.width, chosen.height) > FLAT) {
            navigation.look(
                    right(chosen.x), right(chosen.x + chosen.width), up(chosen.y + chosen.height), up(chosen.y));
        }
    }

    /** The rectangle that was dragged; over the whole height, or width, if it is flat. */
    private Rectangle chosen(Event event) {
        Point size = navigation.size();
        int endX = Math.clamp(event.x, 0, size.x);
        int endY = Math.clamp(event.y, 0, size.y);
        int width = Math.abs(endX - start.x);
        int height = Math.abs(endY - start.y);
        boolean alongX = height <= FLAT;
        boolean alongY = width <= FLAT && !alongX;
        return new Rectangle(
                alongY ? 0 : Math.min(start.x, endX),
                alongX ? 0 : Math.min(start.y, endY),
                alongY ? size.x : width,
                alongX ? size.y : height);
    }

    private double right(int pixel) {
        return (double) pixel / navigation.size().x;
    }

    private double up(int pixel) {
        return 1 - (double) pixel / navigation.size().y;
    }

    private void key(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> navigation.look(-STEP, 1 - STEP, 0, 1);
            case SWT.ARROW_RIGHT -> navigation.look(STEP, 1 + STEP, 0, 1);
            case SWT.ARROW_UP -> navigation.look(0, 1, STEP, 1 + STEP);
            case SWT.ARROW_DOWN -> navigation.look(0, 1, -STEP, 1 - STEP);
            case '+', '=', SWT.KEYPAD_ADD -> zoom(IN, 0.5, IN, 0.5);
            case '-', SWT.KEYPAD_SUBTRACT -> zoom(OUT, 0.5, OUT, 0.5);
            case '0', SWT.KEYPAD_0, SWT.HOME -> navigation.fit();
            default -> {}
        }
    }

    private static void traverse(Event event) {
        event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS;
    }
}
