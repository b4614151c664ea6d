package org.backprop.editor.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

import org.backprop.model.LearningRatePlan;
import org.backprop.ui.theme.ChartTheme;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.TableWrapData;

/** Draws the learning rate over the whole training. The mouse and the arrow keys tell the rate of a step below. */
final class ScheduleChart {
    /** Grid lines, zero and the greatest rate among them. */
    private static final int RATES = 3;

    private static final int HEIGHT = 150;
    private static final int PAD = 6;
    private static final int TICKS = 5;
    private static final int JUMP = 20;

    private final Canvas canvas;
    private final Label caption;
    private ScheduleCurve curve = ScheduleCurve.none("");
    private int reading = -1;

    ScheduleChart(FormToolkit toolkit, Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        toolkit.adapt(canvas, true, true);
        TableWrapData data = new TableWrapData(TableWrapData.FILL_GRAB);
        data.heightHint = HEIGHT;
        canvas.setLayoutData(data);
        caption = toolkit.createLabel(parent, "", SWT.WRAP);
        caption.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseMove, event -> read(index(event.x)));
        canvas.addListener(SWT.MouseExit, event -> read(-1));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> read(-1));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.schedule_name + " " + caption.getText();
            }
        });
    }

    void show(ScheduleCurve latest) {
        curve = latest;
        reading = -1;
        say();
        canvas.redraw();
    }

    /** What is drawn. */
    ScheduleCurve curve() {
        return curve;
    }

    private void key(Event event) {
        int step = (event.stateMask & SWT.SHIFT) == 0 ? 1 : JUMP;
        switch (event.keyCode) {
            case SWT.ARROW_RIGHT -> read(Math.min(curve.rates().length - 1, reading + step));
            case SWT.ARROW_LEFT -> read(Math.max(0, reading - step));
            case SWT.HOME -> read(0);
            case SWT.END -> read(curve.rates().length - 1);
            default -> {}
        }
    }

    private void read(int index) {
        if (index != reading && curve.plan().isPresent()) {
            reading = index;
            say();
            canvas.redraw();
        }
    }

    private void say() {
        Optional<LearningRatePlan> plan = curve.plan();
        if (plan.isEmpty() || reading < 0) {
            caption.setText(curve.note());
            return;
        }
        long update = curve.updates()[reading];
        caption.setText(NLS.bind(Messages.schedule_reading, new Object[] {
            String.format(Locale.ROOT, "%,d", update + 1),
            update / plan.get().updatesPerEpoch() + 1,
            String.format(Locale.ROOT, "%.4g", curve.rates()[reading])
        }));
    }

    private Rectangle plot(GC gc) {
        Rectangle all = canvas.getClientArea();
        int left = 2 * PAD;
        for (int i = 0; i < RATES; i++) {
            left = Math.max(left, gc.textExtent(rate(i)).x + 2 * PAD);
        }
        int bottom = gc.getFontMetrics().getHeight() + PAD;
        return new Rectangle(
                left, PAD, Math.max(1, all.width - left - 2 * PAD), Math.max(1, all.height - bottom - 2 * PAD));
    }

    /** The label of a grid line, counted from the top. */
    private String rate(int line) {
        double rate = curve.top() * (RATES - 1 - line) / (RATES - 1);
        return BigDecimal.valueOf(rate)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private int index(int x) {
        GC gc = new GC(canvas);
        Rectangle plot = plot(gc);
        gc.dispose();
        double share = (x - plot.x) / (double) plot.width;
        int last = curve.rates().length - 1;
        return last < 0 || share < 0 || share > 1 ? -1 : (int) Math.round(share * last);
    }

    private void paint(GC gc) {
        if (curve.plan().isEmpty()) {
            return;
        }
        ChartTheme theme = ChartTheme.of(canvas);
        Rectangle plot = plot(gc);
        gc.setAntialias(SWT.ON);
        LearningRatePlan plan = curve.plan().get();
        if (plan.warmup() > 0) {
            gc.setBackground(ChartTheme.mix(theme.background(), theme.train(), 0.12));
            int width = x(plot, plan.warmup()) - plot.x;
            gc.fillRectangle(plot.x, plot.y, width, plot.height);
            gc.setForeground(theme.foreground());
            if (gc.textExtent(Messages.schedule_warmup).x + PAD < width) {
                gc.drawText(
                        Messages.schedule_warmup,
                        plot.x + PAD / 2,
                        plot.y + plot.height - gc.getFontMetrics().getHeight(),
                        true);
            }
        }
        axes(gc, theme, plot);
        gc.setForeground(ChartTheme.mix(theme.background(), theme.foreground(), 0.5));
        gc.setLineStyle(SWT.LINE_DOT);
        for (long restart : curve.restarts()) {
            gc.drawLine(x(plot, restart), plot.y, x(plot, restart), plot.y + plot.height);
        }
        gc.setLineStyle(SWT.LINE_SOLID);
        line(gc, theme, plot);
        mark(gc, theme, plot);
        if (canvas.isFocusControl()) {
            Rectangle all = canvas.getClientArea();
            gc.drawFocus(0, 0, all.width, all.height);
        }
    }

    private void axes(GC gc, ChartTheme theme, Rectangle plot) {
        int middle = gc.getFontMetrics().getHeight() / 2;
        for (int i = 0; i < RATES; i++) {
            int y = plot.y + plot.height * i / (RATES - 1);
            gc.setForeground(theme.grid());
            gc.drawLine(plot.x, y, plot.x + plot.width, y);
            gc.setForeground(theme.foreground());
            gc.drawText(rate(i), plot.x - PAD - gc.textExtent(rate(i)).x, Math.max(0, y - middle), true);
        }
        int epochs = curve.plan().orElseThrow().training().epochs();
        int step = Math.max(1, (int) Math.ceil(epochs / (double) TICKS));
        for (int epoch = 0; epoch <= epochs; epoch += step) {
            int x = plot.x + (int) ((long) plot.width * epoch / epochs);
            gc.setForeground(theme.grid());
            gc.drawLine(x, plot.y, x, plot.y + plot.height + 2);
            gc.setForeground(theme.foreground());
            boolean first = epoch == 0;
            String text = first ? NLS.bind(Messages.schedule_epoch, epoch) : Integer.toString(epoch);
            int left = first ? plot.x - 2 * PAD : x - gc.textExtent(text).x / 2;
            gc.drawText(text, left, plot.y + plot.height + PAD / 2, true);
        }
    }

    private void line(GC gc, ChartTheme theme, Rectangle plot) {
        int[] points = new int[2 * curve.rates().length];
        for (int i = 0; i < curve.rates().length; i++) {
            points[2 * i] = x(plot, curve.updates()[i]);
            points[2 * i + 1] = y(plot, curve.rates()[i]);
        }
        gc.setForeground(theme.train());
        gc.setLineWidth(2);
        if (points.length == 2) {
            gc.drawLine(plot.x, points[1], plot.x + plot.width, points[1]);
        } else {
            gc.drawPolyline(points);
        }
        gc.setLineWidth(1);
    }

    private void mark(GC gc, ChartTheme theme, Rectangle plot) {
        if (reading >= 0) {
            int x = x(plot, curve.updates()[reading]);
            gc.setForeground(theme.foreground());
            gc.drawLine(x, plot.y, x, plot.y + plot.height);
            gc.drawOval(x - 3, y(plot, curve.rates()[reading]) - 3, 6, 6);
        }
    }

    private int x(Rectangle plot, long update) {
        long last = Math.max(1, curve.plan().orElseThrow().updates() - 1);
        return plot.x + (int) (plot.width * (double) update / last);
    }

    private int y(Rectangle plot, double rate) {
        double top = curve.top();
        return plot.y + (int) Math.round(plot.height * (top == 0 ? 1 : 1 - rate / top));
    }
}
