package org.backprop.views.dropout;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.backprop.views.tables.Column;
import org.eclipse.osgi.util.NLS;

/** The columns of the table of layers. */
final class LayerColumns {
    /** Neither sorted by nor found elsewhere: the order of the model. */
    private static final Comparator<LayerFacts> SAME = (a, b) -> 0;

    static final List<Column<LayerFacts>> ALL = List.of(
            new Column<>(Messages.column_layer, 110, false, LayerFacts::name, SAME),
            text(Messages.column_kind, 80, layer -> layer.kind().text()),
            number(
                    Messages.column_units,
                    55,
                    layer -> layer.units() == 0 ? "" : String.valueOf(layer.units()),
                    LayerFacts::units),
            number(Messages.column_keep, 85, layer -> percent(layer.keep()), LayerFacts::keep),
            number(
                    Messages.column_actual,
                    70,
                    layer -> percent(layer.actual()),
                    layer -> layer.actual().orElse(-1)),
            text(Messages.column_band, 125, LayerColumns::band),
            number(
                    Messages.column_last,
                    80,
                    layer -> percent(layer.last()),
                    layer -> layer.last().orElse(-1)),
            text(Messages.column_verdict, 170, LayerColumns::verdict));

    private LayerColumns() {}

    private static Column<LayerFacts> text(String title, int width, Function<LayerFacts, String> text) {
        return new Column<>(title, width, false, text, Comparator.comparing(text));
    }

    private static Column<LayerFacts> number(
            String title, int width, Function<LayerFacts, String> text, Function<LayerFacts, ? extends Number> value) {
        return new Column<>(
                title,
                width,
                true,
                text,
                Comparator.comparingDouble(layer -> value.apply(layer).doubleValue()));
    }

    static String percent(OptionalDouble share) {
        return share.isEmpty() ? "" : percent(share.getAsDouble());
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String band(LayerFacts layer) {
        return layer.band()
                .map(band -> String.format(Locale.ROOT, "%.2f \u2013 %.2f %%", 100 * band.low(), 100 * band.high()))
                .orElse("");
    }

    /** What there is to say about a layer. */
    static String verdict(LayerFacts layer) {
        if (layer.kind() == LayerKind.GAUSSIAN) {
            return Messages.verdict_noMask;
        } else if (layer.suspicious()) {
            return NLS.bind(
                    Messages.verdict_stuck,
                    layer.neverDropped().size(),
                    layer.alwaysDropped().size());
        } else if (layer.actual().isEmpty()) {
            return Messages.verdict_notRecorded;
        }
        return layer.asExpected() ? Messages.verdict_expected : Messages.verdict_outside;
    }

    /** More about a layer: units that stick, and whether chance explains them. */
    static String tip(LayerFacts layer) {
        if (layer.counted() == 0) {
            return null;
        }
        return NLS.bind(Messages.tip_layer, new Object[] {
            layer.counted(),
            some(layer.neverDropped()),
            some(layer.alwaysDropped()),
            String.format(Locale.ROOT, "%.2g", layer.chance())
        });
    }

    private static String some(List<Integer> units) {
        String listed = units.stream().limit(12).map(String::valueOf).collect(Collectors.joining(", "));
        return units.isEmpty() ? Messages.tip_none : units.size() > 12 ? listed + ", \u2026" : listed;
    }

    /** The table as text with a header. */
    static void addTo(StringBuilder text, List<LayerFacts> layers) {
        text.append(ALL.stream().map(Column::title).collect(Collectors.joining("\t")));
        text.append('\n');
        for (LayerFacts layer : layers) {
            text.append(ALL.stream().map(column -> column.text().apply(layer)).collect(Collectors.joining("\t")));
            text.append('\n');
        }
    }
}
