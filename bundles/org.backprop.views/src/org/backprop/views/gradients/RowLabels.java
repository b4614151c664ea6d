package org.backprop.views.gradients;

import java.util.List;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.images.HeatCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Names of layers beside the rows of their image, as many as there is room for; that of the selected layer always. */
final class RowLabels {
    private static final int MOST = 110;
    private static final int MARGIN = 4;

    private final Canvas canvas;
    private final HeatCanvas heat;
    private List<LayerRow> rows = List.of();
    private int selected = -1;
    private ChartTheme theme;

    RowLabels(Composite parent, HeatCanvas heat) {
        this.heat = heat;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        Themed.follow(canvas, current -> {
            theme = current;
            canvas.redraw();
        });
        heat.control().addListener(SWT.Paint, event -> canvas.redraw());
    }

    Canvas control() {
        return canvas;
    }

    /** Shows names; returns the width that they need. */
    int show(List<LayerRow> layers, LayerRow selectedLayer) {
        rows = layers;
        selected = layers.indexOf(selectedLayer);
        canvas.redraw();
        GC gc = new GC(canvas);
        int width = layers.stream()
                .mapToInt(layer -> gc.textExtent(layer.name()).x)
                .max()
                .orElse(0);
        gc.dispose();
        return Math.min(MOST, width) + 2 * MARGIN;
    }

    private void paint(GC gc) {
        int height = gc.getFontMetrics().getHeight();
        int chosen = selected < 0 ? Integer.MIN_VALUE : middle(selected);
        int free = 0;
        for (int row = Math.max(0, heat.region().row()); row < rows.size() && row < end(); row++) {
            int y = Math.clamp(middle(row) - height / 2, 0, Math.max(0, canvas.getSize().y - height));
            boolean room = y >= free && Math.abs(middle(row) - chosen) >= height;
            if (room || row == selected) {
                draw(gc, row, y, height);
                free = y + height;
            }
        }
    }

    private int end() {
        return heat.region().row() + heat.region().rows();
    }

    private int middle(int row) {
        return (heat.top(row) + heat.top(row + 1)) / 2;
    }

    private void draw(GC gc, int row, int y, int height) {
        gc.setForeground(theme.foreground());
        gc.setBackground(row == selected ? theme.grid() : theme.background());
        gc.fillRectangle(0, y, canvas.getSize().x, height);
        gc.drawString(rows.get(row).name(), MARGIN, y, true);
    }
}
