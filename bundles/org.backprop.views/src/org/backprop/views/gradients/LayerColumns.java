package org.backprop.views.gradients;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.backprop.views.tables.Column;
import org.eclipse.osgi.util.NLS;

/** The columns of the table of layers. */
final class LayerColumns {
    private static final int NAME_WIDTH = 100;
    private static final int NUMBER_WIDTH = 88;
    private static final int WIDE_NUMBER_WIDTH = 104;
    private static final int NOTE_WIDTH = 150;

    static final List<Column<LayerRow>> ALL = all();

    private LayerColumns() {}

    private static List<Column<LayerRow>> all() {
        List<Column<LayerRow>> columns = new ArrayList<>();
        columns.add(new Column<>(
                Messages.column_layer, NAME_WIDTH, false, LayerRow::name, Comparator.comparing(LayerRow::index)));
        for (Quantity quantity : Quantity.values()) {
            columns.add(number(quantity));
        }
        columns.add(new Column<>(
                Messages.column_note,
                NOTE_WIDTH,
                false,
                LayerColumns::note,
                Comparator.comparing(row -> row.nonFinite().orElse(Long.MAX_VALUE))));
        return columns;
    }

    private static Column<LayerRow> number(Quantity quantity) {
        return new Column<>(
                quantity.column(),
                quantity == Quantity.UPDATE_RATIO ? WIDE_NUMBER_WIDTH : NUMBER_WIDTH,
                true,
                row -> row.value(quantity).isEmpty()
                        ? ""
                        : quantity.text(row.value(quantity).getAsDouble()),
                Comparator.comparing(row -> row.value(quantity).orElse(Double.NEGATIVE_INFINITY)));
    }

    /** Whether a cell has the icon of a failure: the name of the layer where the first value arose that is not finite. */
    static boolean isMarked(LayerRow row, Column<LayerRow> column) {
        return row.nonFinite().isPresent() && column == ALL.getFirst();
    }

    static String note(LayerRow row) {
        return row.nonFinite().isEmpty()
                ? ""
                : NLS.bind(Messages.note_nonFinite, row.nonFinite().getAsLong());
    }

    /** What the tool tip of a row says. */
    static String tip(LayerRow row) {
        StringBuilder text = new StringBuilder(row.name());
        for (Quantity quantity : Quantity.values()) {
            row.value(quantity)
                    .ifPresent(value -> text.append('\n')
                            .append(NLS.bind(Messages.tip_value, quantity.title(), quantity.text(value))));
        }
        return row.nonFinite().isEmpty() ? text.toString() : text + "\n" + note(row);
    }
}
