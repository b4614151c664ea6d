package org.backprop.engine.data;

import java.util.List;
import java.util.Map;

/**
 * The three sets of a run, with no sample in common.
 *
 * @param train samples to learn from, never empty
 * @param validation samples to measure on while training; may be empty
 * @param test samples to measure on at the end; may be empty
 * @param scale how the features were scaled
 * @param warnings what is not as it should be in the data, for the user
 * @param repeats share of the samples of {@code validation} and {@code test} whose features are those of a training sample,
 *     bit for bit; without sets that are empty or were not compared
 * @param rows the rows of the source that are the samples of {@code train}, in ascending order, if the source lies elsewhere
 *     and its features are read in shards; else empty
 */
public record Splits(
        Dataset train,
        Dataset validation,
        Dataset test,
        FeatureScale scale,
        List<String> warnings,
        Map<String, Double> repeats,
        int[] rows) {

    /** Copies the collections. */
    public Splits {
        warnings = List.copyOf(warnings);
        repeats = Map.copyOf(repeats);
    }

    /** Sets whose source is here. */
    public Splits(
            Dataset train,
            Dataset validation,
            Dataset test,
            FeatureScale scale,
            List<String> warnings,
            Map<String, Double> repeats) {
        this(train, validation, test, scale, warnings, repeats, new int[0]);
    }

    /** The same sets, of a source that lies elsewhere. */
    Splits ofRows(int[] trainingRows) {
        return new Splits(train, validation, test, scale, warnings, repeats, trainingRows);
    }

    /** Sets that were not compared. */
    public Splits(Dataset train, Dataset validation, Dataset test, FeatureScale scale, List<String> warnings) {
        this(train, validation, test, scale, warnings, Map.of());
    }

    /** The same sets, of samples whose features are the numbers to predict. */
    Splits reconstructing() {
        return new Splits(
                train.reconstructing(), validation.reconstructing(), test.reconstructing(), scale, warnings, repeats);
    }

    /** Sets as they come, with nothing to say about them. */
    public Splits(Dataset train, Dataset validation, Dataset test) {
        this(train, validation, test, FeatureScale.none(train), List.of());
    }
}
