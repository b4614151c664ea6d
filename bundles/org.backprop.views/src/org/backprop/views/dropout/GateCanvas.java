package org.backprop.views.dropout;

import java.util.List;
import java.util.stream.Collectors;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * The residual blocks of a network from its input on the left to its output on the right, a line for each recorded sample:
 * a block whose branch was kept is filled, one that was skipped is grey and crossed out.
 */
public final class GateCanvas {
    private static final int MOST_SAMPLES = 4;
    private static final int LINE = 24;
    private static final int MARGIN = 6;
    private static final int MOST_WIDTH = 110;

    private final Canvas canvas;
    private List<Gate> gates = List.of();
    private ChartTheme theme;

    GateCanvas(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseMove, event -> canvas.setToolTipText(tip(event.x)));
        Themed.follow(canvas, current -> {
            theme = current;
            canvas.redraw();
        });
    }

    public Canvas control() {
        return canvas;
    }

    /** Draws gates; true if there are more or fewer lines than before, so that the height is another. */
    boolean show(List<Gate> shown) {
        int before = height();
        if (!gates.equals(shown)) {
            gates = shown;
            canvas.redraw();
        }
        return before != height();
    }

    /** Wanted height in points; 0 if there are no gates. */
    public int height() {
        return gates.isEmpty() ? 0 : samples() * LINE + 2 * MARGIN + labelHeight();
    }

    private int samples() {
        return Math.min(MOST_SAMPLES, gates.getFirst().kept().size());
    }

    private int labelHeight() {
        return canvas.getFont().getFontData()[0].getHeight() * 2;
    }

    private int pitch() {
        return Math.clamp(canvas.getClientArea().width / Math.max(1, gates.size()), 3, MOST_WIDTH);
    }

    private String tip(int x) {
        int index = x / pitch();
        if (index >= gates.size()) {
            return null;
        }
        Gate gate = gates.get(index);
        return NLS.bind(Messages.tip_gate, new Object[] {gate.block(), LayerColumns.percent(gate.keep()), words(gate)});
    }

    private static String words(Gate gate) {
        return gate.kept().stream()
                .map(kept -> kept ? Messages.gate_kept : Messages.gate_skipped)
                .collect(Collectors.joining(", "));
    }

    private void paint(GC gc) {
        gc.setBackground(theme.background());
        gc.fillRectangle(canvas.getClientArea());
        if (gates.isEmpty()) {
            return;
        }
        gc.setAntialias(SWT.ON);
        for (int sample = 0; sample < samples(); sample++) {
            int middle = MARGIN + sample * LINE + LINE / 2;
            gc.setForeground(theme.foreground());
            gc.drawLine(0, middle, gates.size() * pitch(), middle);
            for (int i = 0; i < gates.size(); i++) {
                boolean kept = sample >= gates.get(i).kept().size()
                        || gates.get(i).kept().get(sample);
                block(gc, i, middle, kept);
            }
        }
        labels(gc);
    }

    private void block(GC gc, int index, int middle, boolean kept) {
        int gap = Math.max(1, pitch() / 6);
        Rectangle box =
                new Rectangle(index * pitch() + gap, middle - LINE / 2 + 4, Math.max(2, pitch() - 2 * gap), LINE - 8);
        Color grey = ChartTheme.mix(theme.background(), theme.foreground(), 0.18);
        gc.setBackground(kept ? theme.train() : grey);
        gc.setForeground(theme.foreground());
        gc.fillRectangle(box);
        gc.drawRectangle(box);
        if (!kept) {
            gc.drawLine(box.x, box.y, box.x + box.width, box.y + box.height);
            gc.drawLine(box.x, box.y + box.height, box.x + box.width, box.y);
        }
    }

    private void labels(GC gc) {
        gc.setBackground(theme.background());
        gc.setForeground(theme.foreground());
        int y = MARGIN + samples() * LINE;
        for (int i = 0; i < gates.size(); i++) {
            Point size = gc.textExtent(gates.get(i).block());
            if (size.x < pitch()) {
                gc.drawText(gates.get(i).block(), i * pitch() + (pitch() - size.x) / 2, y, true);
            }
        }
    }
}
