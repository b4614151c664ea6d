package org.backprop.model;

/** How the share of the samples that can be drawn grows, over T epochs, from a start s to 1; t epochs are completed. */
public enum Pacing {
    /** {@code s + (1 - s) t / T}. */
    LINEAR,
    /** {@code sqrt(s^2 + (1 - s^2) t / T)}: fast at first. Platanios et al. 2019. */
    ROOT,
    /** s up to T, then 1. Hacohen and Weinshall 2019, "single step". */
    STEP
}
