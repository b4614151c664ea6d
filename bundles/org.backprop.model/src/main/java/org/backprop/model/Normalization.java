package org.backprop.model;

/**
 * How features are brought to a common scale, with numbers from the training set alone: of each feature in a table, of
 * each channel in images.
 */
public enum Normalization {
    /** As they are. */
    NONE,
    /** Mean 0 and standard deviation 1: {@code (x - mean) / deviation}; a constant feature becomes 0. */
    STANDARDIZE,
    /** From 0 to 1: {@code (x - min) / (max - min)}; a constant feature becomes 0. */
    MIN_MAX,
    /**
     * Each column of a table that has texts becomes one column for each of its categories in the training set, in sorted
     * order: 1 where it is that category, else 0. Other columns stay.
     */
    ONE_HOT
}
