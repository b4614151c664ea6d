package org.backprop.views.pruning;

import java.util.List;

/** The pruning criteria. */
final class Criteria {
    private Criteria() {}

    /** Their keys. */
    static List<String> keys() {
        return List.of(
                "magnitude",
                "optimal_brain_damage",
                "optimal_brain_surgeon",
                "taylor",
                "random",
                "neuron_input_weights",
                "neuron_activation",
                "filter_norm");
    }
}
