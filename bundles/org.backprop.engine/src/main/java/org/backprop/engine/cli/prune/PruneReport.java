package org.backprop.engine.cli.prune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.engine.cli.text.TextTable;
import org.backprop.engine.kernels.SparseKernels;
import org.backprop.engine.pruning.PruneResult;
import org.backprop.engine.pruning.PrunedLayer;
import org.backprop.engine.run.ModelExport.Exported;
import org.backprop.engine.shrink.SparseGain;
import org.backprop.engine.train.Evaluation;

import com.google.gson.JsonObject;

/**
 * What pruning the network of a run has done.
 *
 * @param criterion key of the criterion
 * @param result what was removed
 * @param before how good the network was, by the names of the sets
 * @param after how good it is, for the same sets
 * @param sparse what leaving out the weights that are 0 brings
 * @param files the pruned network
 * @param shrunk what shrinking has gained; empty if that was not wanted
 * @param shrunkFiles the smaller network
 */
public record PruneReport(
        String criterion,
        PruneResult result,
        SequencedMap<String, Evaluation> before,
        SequencedMap<String, Evaluation> after,
        SparseGain sparse,
        Exported files,
        Optional<ShrinkText> shrunk,
        Optional<Exported> shrunkFiles) {
    private static final int PERCENT = 100;

    /** Copies the maps. */
    public PruneReport {
        before = new LinkedHashMap<>(before);
        after = new LinkedHashMap<>(after);
    }

    /** Tables for people. */
    public String text() {
        TextTable layers = new TextTable(0).line("layer", "weights", "left", "sparsity");
        result.layers().forEach(layer -> layers.line(cells(layer.name(), layer.weights(), layer.kept())));
        int all = result.layers().stream().mapToInt(PrunedLayer::weights).sum();
        layers.line(cells("all", all, result.kept()));
        StringBuilder text = new StringBuilder(criterion);
        result.threshold()
                .ifPresent(least ->
                        text.append(String.format(Locale.ROOT, ": the least saliency that is left is %.4g", least)));
        text.append(System.lineSeparator())
                .append(layers)
                .append(System.lineSeparator())
                .append(quality())
                .append(System.lineSeparator())
                .append(sparseText())
                .append(System.lineSeparator());
        shrunk.ifPresent(gain -> text.append(System.lineSeparator()).append(gain.text()));
        text.append(System.lineSeparator());
        for (Exported exported : exported()) {
            text.append(exported.model()).append(System.lineSeparator());
            text.append(exported.weights()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private String sparseText() {
        return sparse.speed()
                .map(speed -> String.format(
                        Locale.ROOT,
                        "predicting without the zeros of %s: %.2f x as fast, so it %s",
                        String.join(", ", sparse.layers()),
                        speed.ratio(),
                        speed.ratio() > 1 ? "pays" : "does not pay"))
                .orElse(String.format(
                        Locale.ROOT,
                        "predicting computes zeros as other weights: no dense layer has %.0f %% of them in %,d weights or more",
                        PERCENT * SparseKernels.LEAST_SPARSITY,
                        SparseKernels.LEAST_ELEMENTS));
    }

    private List<Exported> exported() {
        return shrunkFiles.map(smaller -> List.of(files, smaller)).orElse(List.of(files));
    }

    private static String[] cells(String name, long weights, long kept) {
        return new String[] {
            name,
            String.format(Locale.ROOT, "%,d", weights),
            String.format(Locale.ROOT, "%,d", kept),
            String.format(Locale.ROOT, "%.1f %%", PERCENT * (1 - (double) kept / weights))
        };
    }

    private TextTable quality() {
        TextTable table = new TextTable(0).line("", "before", "pruned");
        before.forEach((set, evaluation) -> evaluation
                .values()
                .forEach((key, value) -> table.line(
                        key + "/" + set,
                        String.format(Locale.ROOT, "%.4f", value),
                        String.format(
                                Locale.ROOT, "%.4f", after.get(set).values().get(key)))));
        return table;
    }

    /** The same for tools. */
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("criterion", criterion);
        json.addProperty("sparsity", result.sparsity());
        result.threshold().ifPresent(value -> json.addProperty("threshold", value));
        json.addProperty("kept", result.kept());
        json.addProperty("removed", result.removed());
        JsonObject layers = new JsonObject();
        result.layers().forEach(layer -> layers.addProperty(layer.name(), layer.sparsity()));
        json.add("layers", layers);
        json.add("before", metrics(before));
        json.add("after", metrics(after));
        sparse.speed().ifPresent(speed -> json.addProperty("sparse_speedup", speed.ratio()));
        json.addProperty("model", files.model().toString());
        json.addProperty("weights", files.weights().toString());
        shrunk.ifPresent(gain -> {
            JsonObject smaller = gain.json();
            smaller.addProperty("model", shrunkFiles.orElseThrow().model().toString());
            smaller.addProperty("weights", shrunkFiles.orElseThrow().weights().toString());
            json.add("shrunk", smaller);
        });
        return json;
    }

    private static JsonObject metrics(Map<String, Evaluation> sets) {
        JsonObject json = new JsonObject();
        sets.forEach((set, evaluation) -> evaluation.values().forEach((key, value) -> {
            if (Double.isFinite(value)) {
                json.addProperty(key + "/" + set, value);
            }
        }));
        return json;
    }
}
