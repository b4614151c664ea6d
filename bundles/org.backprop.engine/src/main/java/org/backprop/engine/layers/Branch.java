package org.backprop.engine.layers;

import org.backprop.model.DepthDecay;
import org.backprop.model.StochasticDepthLayer;

/**
 * Which of the branches of a network that stochastic depth may drop one is.
 *
 * @param number counted from 1
 * @param count number of all of them
 */
public record Branch(int number, int count) {

    /** The probability that it is dropped. */
    double rate(StochasticDepthLayer spec) {
        double last = 1 - spec.survival();
        return spec.decay() == DepthDecay.UNIFORM ? last : last * number / count;
    }
}
