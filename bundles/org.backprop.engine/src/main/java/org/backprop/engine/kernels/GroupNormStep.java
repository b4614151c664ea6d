package org.backprop.engine.kernels;

/**
 * Shape and coefficient of a normalization of groups. A sample is {@code groups} runs of the same length, each of which is
 * whole channels of {@code inner} elements next to each other; channel c of the sample has the scale and shift of feature
 * {@code c mod features}.
 *
 * @param groups runs of a sample that are normalized, each by itself, at least 1
 * @param features number of scales and of shifts, at least 1; a run has at most one channel of each feature
 * @param inner elements of a channel, at least 1
 * @param epsilon added to the variance, greater than 0
 */
public record GroupNormStep(int groups, int features, int inner, double epsilon) {

    /** Elements of a run of a sample with so many elements. */
    public int length(int columns) {
        return columns / groups;
    }

    /** The feature of the first channel of a run, counted over all samples. */
    public int feature(int run, int length) {
        return (int) ((long) (run % groups) * (length / inner) % features);
    }
}
