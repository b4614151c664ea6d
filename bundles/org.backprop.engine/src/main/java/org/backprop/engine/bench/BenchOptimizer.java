package org.backprop.engine.bench;

import java.util.Locale;

/** An optimizer to measure. */
public enum BenchOptimizer {
    SGD("{sgd: {learning_rate: 0.01}}"),
    MOMENTUM("{sgd: {learning_rate: 0.01, momentum: 0.9}}"),
    ADAM("{adam: {learning_rate: 0.001}}");

    private final String yaml;

    BenchOptimizer(String yaml) {
        this.yaml = yaml;
    }

    /** The name on the command line and in results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in a model file. */
    String yaml() {
        return yaml;
    }
}
