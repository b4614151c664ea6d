package org.backprop.model;

/** What adaptive clipping compares the norms of. */
public enum ClippingScope {
    /** The weights of one unit: a row of a weight matrix, a filter; of a tensor with one dimension all. */
    UNIT,
    /** A parameter tensor of a layer. */
    LAYER
}
