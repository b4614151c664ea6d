package org.backprop.model;

/** What an entry of the list of layers may select: a layer, or a block of layers. */
public sealed interface LayerEntry permits LayerSpec, ResidualBlock {}
