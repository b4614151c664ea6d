package org.backprop.engine.bench;

import org.backprop.model.Model;
import org.backprop.model.Shape;

/**
 * What is measured.
 *
 * @param network the network
 * @param optimizer the optimizer
 * @param batch samples per step, at least 1
 * @param threads threads for every contestant, at least 1
 */
public record Workload(BenchNetwork network, BenchOptimizer optimizer, int batch, int threads) {

    Model model() {
        return network.model(optimizer, batch);
    }

    /** Number of values of one sample. */
    long inputs() {
        return new Shape(model().network().input()).size();
    }

    @Override
    public String toString() {
        return network.key() + ", batch " + batch + ", " + optimizer.key();
    }
}
