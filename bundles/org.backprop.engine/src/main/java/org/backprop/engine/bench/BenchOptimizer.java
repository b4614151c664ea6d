package org.backprop.engine.bench;

import java.util.ArrayList;
import java.util.List;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;

/**
 * An optimizer to measure.
 *
 * @param key the name on the command line and in results
 * @param yaml as in a model file
 */
public record BenchOptimizer(String key, String yaml) {
    /** The optimizer that takes all samples at once, so that its steps cannot be compared; its update is that of sgd. */
    private static final String FULL_BATCH = "gradient_descent";

    /** Stochastic gradient descent. */
    public static final BenchOptimizer SGD = new BenchOptimizer("sgd", "{sgd: {learning_rate: 0.01}}");

    /** Stochastic gradient descent with momentum. */
    public static final BenchOptimizer MOMENTUM =
            new BenchOptimizer("momentum", "{sgd: {learning_rate: 0.01, momentum: 0.9}}");

    /** Adam. */
    public static final BenchOptimizer ADAM = new BenchOptimizer("adam", "{adam: {learning_rate: 0.001}}");

    /** The optimizers that a comparison is about. */
    public static List<BenchOptimizer> main() {
        return List.of(SGD, MOMENTUM, ADAM);
    }

    /** All optimizers: the main ones, and every other one, slow enough for its losses to be compared. */
    public static List<BenchOptimizer> all() {
        List<BenchOptimizer> all = new ArrayList<>(main());
        Catalogue.keys(Family.OPTIMIZER).stream()
                .filter(key -> !key.equals(FULL_BATCH))
                .filter(key -> all.stream().noneMatch(optimizer -> optimizer.key.equals(key)))
                .map(key -> new BenchOptimizer(key, "{" + key + ": {learning_rate: 1.0e-4}}"))
                .forEach(all::add);
        return all;
    }

    /**
     * The optimizer of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BenchOptimizer of(String key) {
        return all().stream()
                .filter(optimizer -> optimizer.key.equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no optimizer is called \"" + key + "\"; there are "
                        + String.join(
                                ", ", all().stream().map(BenchOptimizer::key).toList())));
    }

    @Override
    public String toString() {
        return key;
    }
}
