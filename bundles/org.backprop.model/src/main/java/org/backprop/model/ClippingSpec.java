package org.backprop.model;

/** How a gradient is kept from being too great. It is applied after a penalty and before noise and optimizer. */
public sealed interface ClippingSpec permits ValueClipping, LayerNormClipping, GlobalNormClipping, AdaptiveClipping {}
