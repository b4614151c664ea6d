package org.backprop.engine.train;

import java.util.OptionalDouble;

import org.backprop.runlog.events.Histogram;

/**
 * What the activations of a layer were like in the forward pass of one batch, over samples and units.
 *
 * @param mean their mean; not finite if they are not
 * @param standardDeviation their standard deviation, of the whole population
 * @param zeros share of them that are 0, in [0, 1]
 * @param dead share of the units that were 0 for the whole batch, in [0, 1]; empty where the layer's function does not end at
 *     0
 * @param saturated share of them that lie where the layer's function is nearly flat, in [0, 1]; empty where it has no bounds
 * @param histogram their distribution
 */
public record ActivationStatistics(
        double mean,
        double standardDeviation,
        double zeros,
        OptionalDouble dead,
        OptionalDouble saturated,
        Histogram histogram) {}
