package org.backprop.views.pruning;

import java.util.Locale;
import java.util.OptionalDouble;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.series.Series;
import org.backprop.views.charts.Histograms;

/** The numbers of the view as text that a spreadsheet understands: tables divided by empty lines, columns by tabs. */
public final class PruningTable {
    private final StringBuilder text = new StringBuilder();

    private PruningTable() {}

    /** The layers, then of the selected layer its sparsity over time, its saliency and its weights over time. */
    static String of(ShownPruning shown) {
        PruningTable table = new PruningTable();
        table.layers(shown);
        shown.detail().ifPresent(table::detail);
        return table.text.toString();
    }

    private void layers(ShownPruning shown) {
        row("layer", "weights", "kept", "sparsity", "threshold", "last_pruning_step");
        for (LayerRow layer : shown.layers()) {
            row(
                    layer.name(),
                    layer.weights(),
                    layer.kept(),
                    cell(layer.sparsity()),
                    cell(layer.threshold()),
                    layer.lastPruning().isPresent() ? layer.lastPruning().getAsLong() : "");
        }
    }

    private void detail(Detail detail) {
        String layer = detail.layer().name();
        Series sparsity = detail.sparsity().layer();
        if (!sparsity.isEmpty()) {
            text.append('\n');
            row("step", "sparsity/" + layer);
            for (int i = 0; i < sparsity.size(); i++) {
                row(sparsity.step(i), sparsity.value(i));
            }
        }
        detail.layer().whatIf().ifPresent(whatIf -> saliency(layer, whatIf.saliency()));
        if (!detail.weights().isEmpty()) {
            text.append('\n');
            weights(layer, detail.weights());
        }
    }

    private void saliency(String layer, Histogram saliency) {
        text.append('\n');
        row("saliency/" + layer + " from", "to", "weights");
        for (int i = 0; i < saliency.buckets(); i++) {
            row(Histograms.begin(saliency, i), saliency.limit(i), saliency.count(i));
        }
    }

    private void weights(String layer, Bands bands) {
        text.append("step");
        for (double share : Bands.SHARES) {
            text.append('\t').append(String.format(Locale.ROOT, "%.0f %% of weights/%s", share * 100, layer));
        }
        text.append('\n');
        for (int i = 0; i < bands.steps().length; i++) {
            text.append((long) bands.steps()[i]);
            for (double[] quantile : bands.values()) {
                text.append('\t').append(quantile[i]);
            }
            text.append('\n');
        }
    }

    private void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : "\t").append(cells[i]);
        }
        text.append('\n');
    }

    private static Object cell(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : "";
    }
}
