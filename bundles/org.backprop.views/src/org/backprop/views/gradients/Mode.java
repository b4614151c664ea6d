package org.backprop.views.gradients;

/** What the view draws beside the layers. */
public enum Mode {
    /** A quantity of each layer over time, as lines. */
    LINES,
    /** The same as an image, layers by steps. */
    HEAT_MAP,
    /** The distribution of the values of one layer over time. */
    RIDGE
}
