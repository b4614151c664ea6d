package org.backprop.runlog.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/** What rules ask of a run; what several of them ask is computed once. Not thread-safe. */
final class Observation {
    static final String GRADIENT_NORM = "gradient_norm/";
    static final String WEIGHT_NORM = "weight_norm/";
    static final String UPDATE_RATIO = "update_ratio/";
    static final String TRAINING_LOSS = "loss/train";
    static final String VALIDATION_LOSS = "loss/validation";

    /** Steps before which nothing is said about a run that is still training. */
    static final int LEAST_STEPS = 20;

    private final RunSnapshot run;
    private final Map<String, Bins> bins = new HashMap<>();
    private final Map<String, List<String>> layersByPrefix = new HashMap<>();

    Observation(RunSnapshot run) {
        this.run = run;
    }

    RunSnapshot run() {
        return run;
    }

    /** The layers whose norms are recorded, in the order of the model. */
    List<String> layers() {
        return layers(GRADIENT_NORM);
    }

    /** What follows {@code prefix} in the tags of curves. */
    List<String> layers(String prefix) {
        return layersByPrefix.computeIfAbsent(
                prefix,
                unknown -> run.scalars().keySet().stream()
                        .filter(tag -> tag.startsWith(prefix))
                        .map(tag -> tag.substring(prefix.length()))
                        .toList());
    }

    boolean has(String tag) {
        return !run.scalar(tag).isEmpty();
    }

    Series series(String tag) {
        return run.scalar(tag);
    }

    /** The parts of a curve. */
    Bins bins(String tag) {
        return bins.computeIfAbsent(tag, unknown -> new Bins(run.scalar(tag)));
    }

    long lastStep() {
        return run.lastStep().orElse(0L);
    }

    boolean isRunning() {
        return run.outcome() == Outcome.RUNNING;
    }

    /** Whether nothing can be said yet. */
    boolean isEarly() {
        return isRunning() && lastStep() < LEAST_STEPS;
    }

    /** Why a rule about the steps has to wait, or cannot look; the empty text if it can. */
    String missing(String... prefixes) {
        for (String prefix : prefixes) {
            boolean absent = prefix.endsWith("/") ? layers(prefix).isEmpty() : !has(prefix);
            if (absent) {
                return "the run has not recorded " + prefix + (prefix.endsWith("/") ? "<layer>" : "");
            }
        }
        return isEarly() ? "fewer than " + LEAST_STEPS + " steps so far" : "";
    }

    /** The newest part with update ratios. */
    int lastUpdate() {
        int bin = Bins.COUNT - 1;
        while (bin > 0 && updateRatios(bin).length == 0) {
            bin--;
        }
        return bin;
    }

    /** The mean update ratios of the layers in a part, ascending. */
    double[] updateRatios(int bin) {
        return layers(UPDATE_RATIO).stream()
                .mapToDouble(layer -> bins(UPDATE_RATIO + layer).mean(bin))
                .filter(ratio -> !Double.isNaN(ratio))
                .sorted()
                .toArray();
    }

    /** A value of the resolved model; null if there is none, or the run does not know its model. */
    Object setting(String... path) {
        Object value = run.info().<Object>map(info -> info.configuration()).orElse(null);
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    /** Whether the optimizer steps by a learning rate, as far as is known; minimizers do not. */
    boolean hasLearningRate() {
        return setting("training", "optimizer") instanceof Map<?, ?> optimizer
                ? optimizer.values().stream()
                        .anyMatch(type -> type instanceof Map<?, ?> settings && settings.containsKey("learning_rate"))
                : has("learning_rate");
    }

    /** Numbers of the newest array of a tag; none if there is none. */
    long[] counts(String tag) {
        return run.tensors().containsKey(tag) ? run.tensors().get(tag).value().toLongs() : new long[0];
    }

    /** Names for people: {@code 'a'}, {@code 'a' and 'b'}, {@code 'a', 'b' and 3 more}. */
    static String names(List<String> layers) {
        List<String> quoted = layers.stream().map(name -> "'" + name + "'").toList();
        return switch (quoted.size()) {
            case 1 -> quoted.getFirst();
            case 2 -> String.join(" and ", quoted);
            case 3 -> quoted.get(0) + ", " + quoted.get(1) + " and " + quoted.get(2);
            default -> quoted.get(0) + ", " + quoted.get(1) + " and " + (quoted.size() - 2) + " more";
        };
    }
}
