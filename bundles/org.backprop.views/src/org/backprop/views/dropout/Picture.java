package org.backprop.views.dropout;

import java.util.function.BiFunction;

import org.backprop.views.Pages;
import org.backprop.views.images.HeatCanvas;
import org.backprop.views.tables.SortedTable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** The gates of residual blocks, and below them the masks of the chosen layers, their units or pairs of units. */
final class Picture {
    private final GateCanvas gates;
    private final Pages pages;
    private final HeatCanvas heat;
    private final SortedTable<UnitRow> units;

    /**
     * Adds the controls to a parent with a grid layout.
     *
     * @param changed called when the user wants something else to be drawn
     */
    Picture(Composite parent, Runnable changed) {
        gates = new GateCanvas(parent);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(gates.control());
        pages = new Pages(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages.control());
        heat = new HeatCanvas(pages.control(), changed);
        units = new SortedTable<>(pages.control(), UnitRow.class, UnitColumns.ALL, (row, column) -> null, row -> null);
    }

    GateCanvas gates() {
        return gates;
    }

    HeatCanvas heat() {
        return heat;
    }

    SortedTable<UnitRow> units() {
        return units;
    }

    /** Draws. */
    void show(Shown shown) {
        if (gates.show(shown.gates())) {
            GridData data = (GridData) gates.control().getLayoutData();
            data.exclude = gates.height() == 0;
            data.heightHint = gates.height() == 0 ? SWT.DEFAULT : gates.height();
            gates.control().setVisible(!data.exclude);
            gates.control().getParent().layout();
        }
        if (shown.hasNoMask()) {
            pages.showText(Messages.empty_noMask);
        } else if (shown.mode() == Mode.UNITS) {
            units.show(shown.units());
            pages.show(units.control());
        } else {
            showCells(shown);
        }
    }

    private void showCells(Shown shown) {
        BiFunction<Integer, Integer, String> tip = shown.mode() == Mode.CO_DROP
                ? (a, b) -> Captions.pair(shown.coDrop().orElseThrow(), a, b)
                : (column, row) -> shown.grid().orElseThrow().describe(column, row);
        double longest = shown.mode() == Mode.CO_DROP ? 1 : Double.POSITIVE_INFINITY;
        heat.show(shown.cells().orElseThrow().all(), shown.image().orElseThrow(), longest, tip);
        pages.show(heat.control());
    }
}
