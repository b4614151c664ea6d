package org.backprop.model;

/** How the height of the cycles of a {@link CyclicSchedule} changes. */
public enum CyclicMode {
    /** Not. */
    TRIANGULAR,
    /** Each is half as high as the one before. */
    TRIANGULAR2,
    /** By gamma with each step or epoch. */
    EXP_RANGE
}
