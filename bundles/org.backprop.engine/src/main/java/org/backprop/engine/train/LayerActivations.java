package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.network.WatchedLayer;

/** The statistics of each layer's activations, in the order of {@link Network#watchedLayers}. */
final class LayerActivations {

    private final List<WatchedLayer> layers;
    private final List<ActivationCounter> counters;
    private List<ActivationStatistics> taken = List.of();

    LayerActivations(Network network) {
        layers = network.watchedLayers();
        counters = layers.stream().map(ActivationCounter::new).toList();
    }

    /** Takes them all, after a forward pass and before the backward pass, which may overwrite activations. */
    void take(Plan plan) {
        take(count(plan));
    }

    /** Takes them from what was counted elsewhere. */
    void take(List<ActivationCounts> counted) {
        List<ActivationStatistics> statistics = new ArrayList<>();
        for (int i = 0; i < counters.size(); i++) {
            statistics.add(counters.get(i).statistics(counted.get(i)));
        }
        taken = statistics;
    }

    /** Counts them, as {@link #take(Plan)} does. */
    List<ActivationCounts> count(Plan plan) {
        List<ActivationCounts> counts = new ArrayList<>();
        for (int i = 0; i < counters.size(); i++) {
            counts.add(counters.get(i).count(plan.outputs().get(layers.get(i).name())));
        }
        return counts;
    }

    ActivationStatistics of(int layer) {
        return taken.get(layer);
    }
}
