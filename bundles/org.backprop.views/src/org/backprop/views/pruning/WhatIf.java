package org.backprop.views.pruning;

import org.backprop.runlog.events.Histogram;
import org.backprop.views.charts.Histograms;

/**
 * What a threshold would prune of a layer, as its recorded saliency says.
 *
 * @param weights number of prunable weights, those that are gone included
 * @param kept number of the weights that the saliency is of; where it is of neurons, that of all their weights
 * @param saliency how it is distributed
 */
public record WhatIf(double weights, double kept, Histogram saliency) {
    /** Number of weights that would be left. */
    public double kept(double threshold) {
        return saliency.count() == 0
                ? 0
                : kept * Math.clamp(1 - Histograms.below(saliency, threshold) / saliency.count(), 0, 1);
    }

    /** Share of the weights that would be gone, 0 to 1; 0 for a layer without weights. */
    public double sparsity(double threshold) {
        return weights <= 0 ? 0 : Math.clamp(1 - kept(threshold) / weights, 0, 1);
    }
}
