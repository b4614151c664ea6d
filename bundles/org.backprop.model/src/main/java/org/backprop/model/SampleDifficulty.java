package org.backprop.model;

/** What says how difficult a sample is; the less, the easier. */
public enum SampleDifficulty {
    /** The loss of the sample with the network as it is before the training. */
    LOSS,
    /** The number in the column {@code data.csv.score}. */
    SCORE,
    /** The loss of the sample with the weights of an earlier run. */
    RUN
}
