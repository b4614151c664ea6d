package org.backprop.views.gradients;

import java.util.List;
import java.util.function.IntConsumer;

import org.backprop.views.images.HeatCanvas;
import org.backprop.views.images.HeatImage;
import org.backprop.views.marks.Mark;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** Layers by steps as an image, with the names of the layers and a legend. A click selects the layer. */
final class HeatPane {
    private final Composite control;
    private final HeatCanvas heat;
    private final RowLabels labels;
    private final HeatLegend legend;
    private HeatGrid shown;

    /**
     * @param changed called when another part is in sight
     * @param select called with the index of a layer that was clicked
     */
    HeatPane(Composite parent, Runnable changed, IntConsumer select) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 3).applyTo(control);
        Composite left = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(left);
        GridDataFactory.fillDefaults().grab(false, true).applyTo(left);
        heat = new HeatCanvas(control, changed);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(heat.control());
        labels = new RowLabels(left, heat);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(labels.control());
        legend = new HeatLegend(control);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(1, legend.height())
                .applyTo(legend.control());
        heat.control().addListener(SWT.MouseDown, event -> click(event.y, select));
        labels.control().addListener(SWT.MouseDown, event -> click(event.y, select));
    }

    private void click(int y, IntConsumer select) {
        int row = heat.row(y);
        if (shown != null && row >= 0 && row < shown.rows()) {
            select.accept(shown.layers().get(row).index());
        }
    }

    Composite control() {
        return control;
    }

    HeatCanvas heat() {
        return heat;
    }

    void show(HeatGrid grid, HeatImage image, List<Mark> marks, LayerRow selected) {
        shown = grid;
        heat.mark(marks.stream().map(mark -> mark.at(grid.place(mark.x()))).toList());
        heat.show(grid.all(), image, Double.POSITIVE_INFINITY, grid::describe);
        legend.show(grid);
        GridData data = (GridData) labels.control().getParent().getLayoutData();
        int width = labels.show(grid.layers(), selected);
        if (data.widthHint != width) {
            data.widthHint = width;
            control.layout();
        }
    }
}
