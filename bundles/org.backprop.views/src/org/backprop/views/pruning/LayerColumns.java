package org.backprop.views.pruning;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.backprop.views.Figures;
import org.backprop.views.tables.Column;

/** The columns of the table of layers. */
final class LayerColumns {
    static final List<Column<LayerRow>> ALL = List.of(
            new Column<>(Messages.column_layer, 110, false, LayerRow::name, Comparator.comparing(LayerRow::index)),
            number(Messages.column_weights, 80, LayerRow::weights),
            number(Messages.column_kept, 80, LayerRow::kept),
            optional(Messages.column_sparsity, 80, LayerRow::sparsity, Figures::percent),
            optional(Messages.column_threshold, 80, LayerRow::threshold, Figures::loss),
            new Column<>(
                    Messages.column_lastPruning,
                    95,
                    true,
                    row -> row.lastPruning().isPresent()
                            ? grouped(row.lastPruning().getAsLong())
                            : "",
                    Comparator.comparing(row -> row.lastPruning().orElse(-1))));

    private LayerColumns() {}

    private static Column<LayerRow> number(String title, int width, Function<LayerRow, Long> value) {
        return new Column<>(title, width, true, row -> grouped(value.apply(row)), Comparator.comparing(value));
    }

    private static Column<LayerRow> optional(
            String title, int width, Function<LayerRow, OptionalDouble> value, Function<OptionalDouble, String> text) {
        return new Column<>(
                title,
                width,
                true,
                row -> text.apply(value.apply(row)),
                Comparator.comparing(row -> value.apply(row).orElse(-1)));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
