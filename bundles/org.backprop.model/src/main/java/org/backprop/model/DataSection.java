package org.backprop.model;

/**
 * The {@code data} section.
 *
 * @param source where the samples come from; in the file its type stands as a key beside {@code split}
 * @param split how the samples are divided into training, validation and test set
 */
@SpecType(key = "data", doc = "Where the samples come from and how they are split.")
public record DataSection(
        @SpecParameter(doc = "The source of the samples.") DataSpec source,

        @SpecParameter(doc = "How the samples are divided into training, validation and test set.", byDefault = "{}")
        Split split) {}
