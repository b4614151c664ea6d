package org.backprop.views.dropout;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.backprop.views.tables.Column;

/** The columns of the table of units. */
final class UnitColumns {
    static final List<Column<UnitRow>> ALL = List.of(
            new Column<>(
                    Messages.column_deviation,
                    90,
                    true,
                    row -> String.format(Locale.ROOT, "%+.2f", row.deviation()),
                    Comparator.comparingDouble(row -> -Math.abs(row.deviation()))),
            new Column<>(Messages.column_layer, 110, false, UnitRow::layer, Comparator.comparing(UnitRow::layer)),
            new Column<>(
                    Messages.column_unit,
                    60,
                    true,
                    row -> String.valueOf(row.unit()),
                    Comparator.comparingInt(UnitRow::unit)),
            new Column<>(
                    Messages.column_kept,
                    90,
                    true,
                    row -> row.kept() + " / " + row.drawn(),
                    Comparator.comparingLong(UnitRow::kept)),
            new Column<>(
                    Messages.column_share,
                    70,
                    true,
                    row -> LayerColumns.percent((double) row.kept() / row.drawn()),
                    Comparator.comparingDouble(row -> (double) row.kept() / row.drawn())),
            new Column<>(
                    Messages.column_chance,
                    80,
                    true,
                    row -> String.format(Locale.ROOT, "%.2g", row.chance()),
                    Comparator.comparingDouble(UnitRow::chance)),
            new Column<>(Messages.column_note, 120, false, UnitColumns::note, Comparator.comparing(UnitColumns::note)));

    private UnitColumns() {}

    private static String note(UnitRow row) {
        return !row.stuck() ? "" : row.kept() == 0 ? Messages.note_alwaysDropped : Messages.note_neverDropped;
    }
}
