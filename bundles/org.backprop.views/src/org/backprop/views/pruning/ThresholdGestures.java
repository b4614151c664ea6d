package org.backprop.views.pruning;

import java.util.function.DoubleConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Moves the threshold: drag the line or click where it shall be; arrow keys, with Shift or Page Up and Down faster. */
final class ThresholdGestures {
    private static final double SMALL = Math.pow(10, 0.02);
    private static final double LARGE = Math.pow(10, 0.2);

    private final SaliencyChart chart;
    private final DoubleConsumer moved;
    private boolean dragging;

    ThresholdGestures(SaliencyChart chart, DoubleConsumer moved) {
        this.chart = chart;
        this.moved = moved;
        Control plot = chart.control().getPlotArea().getControl();
        plot.setToolTipText(Messages.saliency_tip);
        plot.addListener(SWT.MouseDown, this::press);
        plot.addListener(SWT.MouseMove, this::drag);
        plot.addListener(SWT.MouseUp, event -> dragging = false);
        plot.addListener(SWT.KeyDown, this::key);
        plot.addListener(SWT.Traverse, this::traverse);
        plot.setCursor(plot.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE));
    }

    private void press(Event event) {
        if (event.button == 1 && !chart.isEmpty()) {
            chart.control().getPlotArea().getControl().setFocus();
            dragging = true;
            move(chart.saliency(event.x));
        }
    }

    private void drag(Event event) {
        if (dragging) {
            move(chart.saliency(event.x));
        }
    }

    private void key(Event event) {
        if (chart.isEmpty()) {
            return;
        }
        double now = chart.threshold().orElse(chart.limit(false));
        double step = (event.stateMask & SWT.SHIFT) != 0 ? LARGE : SMALL;
        switch (event.keyCode) {
            case SWT.ARROW_RIGHT, SWT.ARROW_UP -> move(now * step);
            case SWT.ARROW_LEFT, SWT.ARROW_DOWN -> move(now / step);
            case SWT.PAGE_UP -> move(now * LARGE);
            case SWT.PAGE_DOWN -> move(now / LARGE);
            case SWT.HOME -> move(chart.limit(false));
            case SWT.END -> move(chart.limit(true));
            default -> {}
        }
    }

    private void traverse(Event event) {
        event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS;
    }

    private void move(double threshold) {
        moved.accept(Math.clamp(threshold, chart.limit(false), chart.limit(true)));
    }
}
