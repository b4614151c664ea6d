package org.backprop.model.start;

import java.util.Optional;

import org.backprop.model.FileData;
import org.backprop.model.Shape;

/**
 * What has to be known of a data set to begin with it.
 *
 * @param source how the model file is to name it
 * @param shape shape of a sample; empty if columns of texts become as many columns as they have different values
 * @param target what is to be predicted
 * @param samples number of samples
 * @param testApart whether the samples of the test set are in files of their own
 */
public record Dataset(FileData source, Optional<Shape> shape, Target target, long samples, boolean testApart) {

    /** What is to be predicted. */
    public sealed interface Target {}

    /**
     * One of several classes.
     *
     * @param count how many, at least 2
     */
    public record Classes(int count) implements Target {}

    /**
     * Numbers.
     *
     * @param count how many for each sample, at least 1
     */
    public record Numbers(int count) implements Target {}
}
