package org.backprop.model;

/** What is measured of a unit's activations. */
public enum ActivationMeasure {
    /** The mean magnitude. */
    MAGNITUDE,
    /** The share of activations that are not 0: 1 - APoZ, the average percentage of zeros. */
    ACTIVE
}
