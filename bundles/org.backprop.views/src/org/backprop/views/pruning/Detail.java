package org.backprop.views.pruning;

import java.util.Optional;

import org.backprop.views.images.HeatImage;

/**
 * The selected layer.
 *
 * @param layer its row
 * @param mask its masks
 * @param image the part of the masks that is in sight; empty if there is no mask
 * @param sparsity over time
 * @param weights distribution of the weights over time
 */
record Detail(LayerRow layer, LayerMask mask, Optional<HeatImage> image, SparsityCurve sparsity, Bands weights) {}
