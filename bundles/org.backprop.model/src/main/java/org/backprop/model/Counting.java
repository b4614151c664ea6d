package org.backprop.model;

/** What a schedule counts. */
public enum Counting {
    /** Updates of the parameters. */
    STEP,
    /** Completed passes over the training set: the rate stays the same during an epoch. */
    EPOCH
}
