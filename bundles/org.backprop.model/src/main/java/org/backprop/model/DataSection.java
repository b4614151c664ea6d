package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * The {@code data} section.
 *
 * @param source where the samples come from; in the file its type stands as a key beside the others
 * @param split how the samples are divided into training, validation and test set
 * @param normalize how the features are brought to a common scale, and texts to numbers
 * @param augmentation how training samples are changed, in this order
 * @param streaming whether the features are read from a file as they are needed; absent for if memory is too small
 * @param reconstruct whether the numbers to predict are the features themselves, as they are before augmentation
 */
@SpecType(key = "data", doc = "Where the samples come from, how they are split and prepared.")
public record DataSection(
        @SpecParameter(doc = "The source of the samples.") DataSpec source,

        @SpecParameter(doc = "How the samples are divided into training, validation and test set.", byDefault = "{}")
        Split split,

        @SpecParameter(
                doc =
                        "How features are scaled, by numbers of the training set: each column of a table, each channel of images; with one_hot, also columns of texts.",
                byDefault = "none")
        List<Normalization> normalize,

        @SpecParameter(
                doc = "Random changes of training samples, in this order, drawn anew in each epoch.",
                byDefault = "")
        List<AugmentationSpec> augmentation,

        @SpecParameter(
                doc =
                        "Read features from a temporary file as they are needed; by default if memory is too small for them.",
                byDefault = "")
        Optional<Boolean> streaming,

        @SpecParameter(
                doc =
                        "Predict the features themselves, as they are before augmentation, for an autoencoder; labels are not used.",
                byDefault = "false")
        boolean reconstruct) {

    /** Copies the lists. */
    public DataSection {
        normalize = List.copyOf(normalize);
        augmentation = List.copyOf(augmentation);
    }

    /** A section with defaults for the rest. */
    public DataSection(DataSpec source, Split split) {
        this(source, split, Normalization.NONE, List.of());
    }

    /** A section with one way to scale. */
    public DataSection(DataSpec source, Split split, Normalization normalize, List<AugmentationSpec> augmentation) {
        this(source, split, List.of(normalize), augmentation, Optional.empty());
    }

    /** A section that predicts what the source says. */
    public DataSection(
            DataSpec source,
            Split split,
            List<Normalization> normalize,
            List<AugmentationSpec> augmentation,
            Optional<Boolean> streaming) {
        this(source, split, normalize, augmentation, streaming, false);
    }

    /** How numbers are scaled: any but one-hot. */
    public Normalization scaling() {
        return normalize.stream()
                .filter(way -> way != Normalization.ONE_HOT)
                .findFirst()
                .orElse(Normalization.NONE);
    }

    /** Whether columns of texts become numbers. */
    public boolean oneHot() {
        return normalize.contains(Normalization.ONE_HOT);
    }

    /** Whether the features of the source can be streamed. */
    public boolean canStream() {
        return source instanceof FileData;
    }

    /** See {@link FileData#isRemote}. */
    public boolean isRemote() {
        return source instanceof FileData files && files.isRemote();
    }

    /** Number of columns to predict: several are numbers, not classes. */
    public int targets() {
        return source instanceof CsvData csv ? csv.target().size() : 1;
    }

    /** Whether each output has a number of its own to predict, so that there are no classes. */
    public boolean predictsNumbers() {
        return reconstruct || targets() > 1;
    }
}
