package org.backprop.engine.network;

import org.backprop.engine.layers.Masking;

/**
 * A layer that drops units at random while training.
 *
 * @param name name of the layer
 * @param masking how it drops them
 */
public record MaskedLayer(String name, Masking masking) {}
