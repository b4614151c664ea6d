package org.backprop.views.dropout;

import java.util.Locale;
import java.util.stream.Collectors;

/** What the view shows as text that a spreadsheet understands: columns divided by tabs, tables divided by empty lines. */
public final class DropoutTable {
    private DropoutTable() {}

    /** The layers, and the masks, units or pairs of units that are in sight. */
    public static String of(Shown shown) {
        StringBuilder text = new StringBuilder();
        LayerColumns.addTo(text, shown.layers());
        text.append('\n');
        switch (shown.mode()) {
            case MASKS -> shown.chosen().forEach(layer -> addMasks(text, layer));
            case UNITS -> addUnits(text, shown);
            case CO_DROP -> shown.coDrop().ifPresent(pairs -> addPairs(text, pairs));
        }
        return text.toString();
    }

    private static void addMasks(StringBuilder text, MaskGrid.Source layer) {
        text.append("layer\tstep\tsample\tmask\n");
        for (MaskColumns.Column column : layer.masks().columns()) {
            text.append(layer.name()).append('\t').append(column.step()).append('\t');
            text.append(column.sample() + 1).append('\t');
            for (int unit = 0; unit < layer.masks().units(); unit++) {
                text.append(column.kept(unit, layer.masks().units()) ? '1' : '0');
            }
            text.append('\n');
        }
        text.append('\n');
    }

    private static void addUnits(StringBuilder text, Shown shown) {
        text.append("layer\tunit\tkept\tdrawn\tdeviation\tchance\n");
        for (UnitRow row : shown.units()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s\t%d\t%d\t%d\t%.3f\t%.3g%n",
                    row.layer(),
                    row.unit(),
                    row.kept(),
                    row.drawn(),
                    row.deviation(),
                    row.chance()));
        }
    }

    private static void addPairs(StringBuilder text, CoDrop pairs) {
        text.append("phi\t").append(String.join("\t", pairs.names())).append('\n');
        for (int row = 0; row < pairs.rows(); row++) {
            int unit = row;
            text.append(pairs.names().get(row)).append('\t');
            text.append(java.util.stream.IntStream.range(0, pairs.columns())
                    .mapToObj(other -> String.format(Locale.ROOT, "%.4f", pairs.phi(unit, other)))
                    .collect(Collectors.joining("\t")));
            text.append('\n');
        }
    }
}
