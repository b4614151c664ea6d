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
 */
public record Splits(
        Dataset train,
        Dataset validation,
        Dataset test,
        FeatureScale scale,
        List<String> warnings,
        Map<String, Double> repeats) {

    /** Copies the collections. */
    public Splits {
        warnings = List.copyOf(warnings);
        repeats = Map.copyOf(repeats);
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
