package org.backprop.model.edit;

/**
 * A place in a list of layers.
 *
 * @param block full name of the block with the list; empty for the list of the network
 * @param index 0-based; the number of layers in the list for its end
 */
public record LayerPlace(String block, int index) {}
