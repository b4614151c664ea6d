package org.backprop.model;

import java.util.List;

/**
 * The {@code data} section.
 *
 * @param source where the samples come from; in the file its type stands as a key beside the others
 * @param split how the samples are divided into training, validation and test set
 * @param normalize how the features are brought to a common scale
 * @param augmentation how training samples are changed, in this order
 */
@SpecType(key = "data", doc = "Where the samples come from, how they are split and prepared.")
public record DataSection(
        @SpecParameter(doc = "The source of the samples.") DataSpec source,

        @SpecParameter(doc = "How the samples are divided into training, validation and test set.", byDefault = "{}")
        Split split,

        @SpecParameter(
                doc =
                        "How features are scaled, by numbers of the training set: each column of a table, each channel of images.",
                byDefault = "none")
        Normalization normalize,

        @SpecParameter(
                doc = "Random changes of training samples, in this order, drawn anew in each epoch.",
                byDefault = "")
        List<AugmentationSpec> augmentation) {

    /** Copies the list. */
    public DataSection {
        augmentation = List.copyOf(augmentation);
    }

    /** A section with defaults for the rest. */
    public DataSection(DataSpec source, Split split) {
        this(source, split, Normalization.NONE, List.of());
    }
}
