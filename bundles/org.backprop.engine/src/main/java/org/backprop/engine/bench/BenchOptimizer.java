package org.backprop.engine.bench;

import java.util.Locale;

/** An optimizer to measure. */
public enum BenchOptimizer {
    SGD("{sgd: {learning_rate: 0.01}}", 0),
    MOMENTUM("{sgd: {learning_rate: 0.01, momentum: 0.9}}", 1),
    ADAM("{adam: {learning_rate: 0.001}}", 2);

    private final String yaml;
    private final int states;

    BenchOptimizer(String yaml, int states) {
        this.yaml = yaml;
        this.states = states;
    }

    /** The name on the command line and in results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in a model file. */
    String yaml() {
        return yaml;
    }

    /** Numbers that it keeps for each parameter. */
    int states() {
        return states;
    }
}
