package org.backprop.views.evaluation.attempt;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.runlog.evaluation.NetworkDescription;
import org.backprop.runlog.evaluation.Prediction;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The outputs of a network as bars: probabilities from 0 to 1, or numbers. Where there is no room for all, the greatest. */
final class Bars {
    private static final int GAP = 6;
    private static final int PAD = 3;
    private static final int WIDEST = 90;
    private static final double FAINT = 0.4;

    private final Canvas canvas;
    private Optional<NetworkDescription> network = Optional.empty();
    private Optional<Prediction> prediction = Optional.empty();
    private ChartTheme theme;

    Bars(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        Themed.follow(canvas, this::style);
    }

    Canvas control() {
        return canvas;
    }

    void show(Optional<NetworkDescription> described, Optional<Prediction> predicted) {
        if (predicted != prediction || described != network) {
            network = described;
            prediction = predicted;
            canvas.redraw();
        }
    }

    private void style(ChartTheme current) {
        theme = current;
        canvas.redraw();
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(canvas.getParent().getBackground());
        gc.fillRectangle(area);
        if (network.isEmpty()
                || prediction.isEmpty()
                || prediction.get().error().isPresent()) {
            return;
        }
        float[] outputs = prediction.get().outputs();
        List<String> names = network.get().outputs();
        int line = gc.getFontMetrics().getHeight() + PAD;
        int room = Math.max(1, (area.height - PAD) / line);
        int height = Math.min(2 * line, Math.max(line, (area.height - PAD) / Math.max(1, outputs.length)));
        int left = GAP + widest(gc, names) + GAP;
        int right = area.width - gc.textExtent("-0.0000e+00").x - 2 * GAP;
        int[] rows = shown(outputs, room);
        for (int i = 0; i < rows.length; i++) {
            Rectangle bar = new Rectangle(left, PAD + i * height, Math.max(4, right - left), height - PAD);
            row(gc, names.get(rows[i]), outputs[rows[i]], bar, greatest(outputs));
        }
    }

    private static int[] shown(float[] outputs, int room) {
        IntStream all = IntStream.range(0, outputs.length);
        return outputs.length <= room
                ? all.toArray()
                : all.boxed()
                        .sorted(Comparator.comparing(i -> -outputs[i]))
                        .limit(room)
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    private static int widest(GC gc, List<String> names) {
        return names.stream()
                .mapToInt(name -> Math.min(WIDEST, gc.textExtent(name).x))
                .max()
                .orElse(0);
    }

    private static float greatest(float[] outputs) {
        float greatest = 0;
        for (float output : outputs) {
            greatest = Math.max(greatest, Math.abs(output));
        }
        return greatest;
    }

    private void row(GC gc, String name, float value, Rectangle bar, float greatest) {
        boolean probabilities = network.get().probabilities();
        boolean chosen = prediction.get().label().equals(Optional.of(name));
        double share = probabilities ? value : greatest == 0 ? 0 : Math.abs(value) / greatest;
        int text = bar.y + (bar.height - gc.getFontMetrics().getHeight()) / 2;
        gc.setForeground(theme.foreground());
        gc.setClipping(0, bar.y, bar.x - GAP / 2, bar.height);
        gc.drawText(name, GAP, text, true);
        gc.setClipping((Rectangle) null);
        gc.setBackground(chosen ? theme.train() : ChartTheme.mix(theme.background(), theme.train(), FAINT));
        gc.fillRectangle(bar.x, bar.y, (int) Math.round(bar.width * Math.clamp(share, 0, 1)), bar.height);
        gc.setForeground(theme.grid());
        gc.drawRectangle(bar.x, bar.y, bar.width, bar.height - 1);
        gc.setForeground(theme.foreground());
        String figure =
                String.format(Locale.ROOT, probabilities ? "%.1f %%" : "%.4g", probabilities ? value * 100 : value);
        gc.drawText(figure, bar.x + bar.width + GAP, text, true);
    }
}
