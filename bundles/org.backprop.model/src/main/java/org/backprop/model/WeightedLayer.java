package org.backprop.model;

/** A layer each of whose outputs (elements of a vector, channels of an image) is a weighted sum of its inputs. */
public interface WeightedLayer {

    /** Number of outputs: units of a dense layer, filters of a convolution. */
    int outputs();

    /** Whether a bias is added to each output. */
    boolean bias();

    /** The same layer with another number of outputs, and with or without a bias. */
    LayerSpec resized(int outputs, boolean withBias);
}
