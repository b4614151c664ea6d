package org.backprop.engine.bench;

import org.backprop.model.Model;

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

    @Override
    public String toString() {
        return network.key() + ", batch " + batch + ", " + optimizer.key();
    }
}
