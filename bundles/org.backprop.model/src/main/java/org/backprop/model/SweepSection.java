package org.backprop.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The {@code sweep} section: the model is trained once for each of several settings, and the trainings are compared. A
 * setting with a seed is a trial.
 *
 * @param search how settings are chosen
 * @param seeds seeds with each of which a setting is trained once; empty for {@code training.seed} alone
 * @param vary paths as {@code --set} takes them, to the values that are tried there, in the order of the file
 * @param objective series of the run log that the trials are ranked by
 * @param target value whose epoch is of interest; absent for none
 * @param parallel trials side by side
 */
@SpecType(key = "sweep", doc = "Trains the model once for each of several settings and compares the trainings.")
public record SweepSection(
        @SpecParameter(doc = "How settings are chosen.", byDefault = "grid")
        SearchSpec search,

        @SpecParameter(
                doc = "Seeds with each of which a setting is trained once. Default: training.seed.",
                byDefault = "")
        List<Long> seeds,

        @SpecParameter(
                doc = "What differs: paths in this file, such as training.optimizer, to lists of values or to ranges.")
        SequencedMap<String, Variation> vary,

        @SpecParameter(
                doc = "The series that trials are ranked by, such as accuracy/validation.",
                byDefault = "loss/validation")
        String objective,

        @SpecParameter(doc = "The value whose first epoch the table shows.", byDefault = "")
        Optional<SweepTarget> target,

        @SpecParameter(
                doc = "Trials side by side; they share the processor's cores.",
                byDefault = "1",
                min = 1,
                max = 256,
                unit = "trials")
        int parallel)
        implements SelfChecking {

    /** The greatest number of trials, settings times seeds. */
    public static final int MOST_TRIALS = 1000;

    /** Copies the collections. */
    public SweepSection {
        seeds = List.copyOf(seeds);
        vary = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(vary));
    }

    /** The number of combinations of the listed values, at most {@code Long.MAX_VALUE}; empty if there is a range. */
    public Optional<Long> combinations() {
        long count = 1;
        for (Variation variation : vary.values()) {
            if (variation.range().isPresent()) {
                return Optional.empty();
            }
            int values = variation.values().size();
            count = count > Long.MAX_VALUE / values ? Long.MAX_VALUE : count * values;
        }
        return Optional.of(count);
    }

    /**
     * Every combination of the listed values, the last path varying fastest: path to the YAML text of its value.
     *
     * @throws IllegalStateException if there is a range
     */
    public List<SequencedMap<String, String>> grid() {
        if (combinations().isEmpty()) {
            throw new IllegalStateException("a range has no list of values");
        }
        List<SequencedMap<String, String>> settings = List.of(new LinkedHashMap<>());
        for (var entry : vary.entrySet()) {
            List<SequencedMap<String, String>> longer = new ArrayList<>();
            for (SequencedMap<String, String> setting : settings) {
                for (String value : entry.getValue().values()) {
                    SequencedMap<String, String> copy = new LinkedHashMap<>(setting);
                    copy.put(entry.getKey(), value);
                    longer.add(copy);
                }
            }
            settings = longer;
        }
        return settings;
    }

    /** Settings that are tried at most; of a grid {@code Long.MAX_VALUE} stands for more. */
    public long settings() {
        return search.limit().isPresent()
                ? search.limit().getAsInt()
                : combinations().orElse(0L);
    }

    /** Seeds for each setting, at least 1. */
    public int seedsPerSetting() {
        return Math.max(1, seeds.size());
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        if (new LinkedHashSet<>(seeds).size() < seeds.size()) {
            return Optional.of(new Inconsistency("seeds", "must differ from each other: remove the one that is twice"));
        }
        if (vary.containsKey("training.seed")) {
            return Optional.of(new Inconsistency("vary", "must not have training.seed: give seeds beside it"));
        }
        if (search.limit().isEmpty() && combinations().isEmpty()) {
            return Optional.of(new Inconsistency(
                    "vary", "has a range, of which there is no grid: use search: random or tpe, or a list of values"));
        }
        if (settings() > MOST_TRIALS / seedsPerSetting()) {
            return Optional.of(new Inconsistency(
                    search.limit().isPresent() ? "search" : "vary",
                    "makes more than " + MOST_TRIALS + " trials: give fewer values or seeds, or use search: random"));
        }
        return Metric.inconsistency(objective).map(wrong -> new Inconsistency("objective", wrong.message()));
    }
}
