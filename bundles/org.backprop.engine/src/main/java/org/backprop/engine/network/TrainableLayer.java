package org.backprop.engine.network;

/**
 * The range of one layer's parameters in the flat parameter vector.
 *
 * @param name name of the layer
 * @param offset first element
 * @param length number of elements, at least 1
 */
public record TrainableLayer(String name, int offset, int length) {}
