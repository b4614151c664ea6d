package org.backprop.engine.data;

import java.util.List;

/**
 * The three sets of a run, with no sample in common.
 *
 * @param train samples to learn from, never empty
 * @param validation samples to measure on while training; may be empty
 * @param test samples to measure on at the end; may be empty
 * @param scale how the features were scaled
 * @param warnings what is not as it should be in the data, for the user
 */
public record Splits(Dataset train, Dataset validation, Dataset test, FeatureScale scale, List<String> warnings) {

    /** Copies the list. */
    public Splits {
        warnings = List.copyOf(warnings);
    }

    /** Sets as they come, with nothing to say about them. */
    public Splits(Dataset train, Dataset validation, Dataset test) {
        this(train, validation, test, FeatureScale.none(train), List.of());
    }
}
