package org.backprop.model;

/** What the weight of a sample in a random draw is. */
public enum SampleWeight {
    /** One over the number of samples of its class, so that each class is drawn equally often. */
    CLASS_BALANCE,
    /** The number in the column {@code data.csv.score}. */
    SCORE
}
