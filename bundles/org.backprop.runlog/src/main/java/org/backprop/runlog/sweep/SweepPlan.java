package org.backprop.runlog.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.run.ModelSource;

/**
 * What a sweep was asked to do; it is resumed from this alone.
 *
 * @param model the model file at the start
 * @param overrides path in the model file to the YAML text that replaces its value for all trials
 * @param data folder that data paths start from; empty for the folder of the model file
 * @param trainer options of the trainer: {@code backend}, {@code kernels}; where trials run on a cluster {@code spark}, its
 *     address, and {@code spark_conf.<key>}
 * @param search key of the kind of search
 * @param paths what varies
 * @param objective what trials are ranked by
 * @param target what they are timed to
 * @param trials planned number of trials, at least 0
 * @param parallel trials side by side, at least 1
 */
public record SweepPlan(
        ModelSource model,
        Map<String, String> overrides,
        Optional<String> data,
        Map<String, String> trainer,
        String search,
        List<String> paths,
        Goal objective,
        Optional<Target> target,
        int trials,
        int parallel) {
    /** Copies the collections. */
    public SweepPlan {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        trainer = Collections.unmodifiableMap(new LinkedHashMap<>(trainer));
        paths = List.copyOf(paths);
    }
}
