package org.backprop.model;

/** What the threshold of a {@link PlateauSchedule} is. */
public enum ThresholdMode {
    /** A part of the best value. */
    REL,
    /** An amount. */
    ABS
}
