package org.backprop.engine.bench;

import java.util.ArrayList;
import java.util.List;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.GradientDescent;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.TypeInfo;

/**
 * An optimizer to measure.
 *
 * @param key the name on the command line and in results
 * @param yaml as in a model file
 */
public record BenchOptimizer(String key, String yaml) implements Named {
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

    /** All optimizers: the main ones, and every other one that takes batches, slow enough for its losses to be compared. */
    public static List<BenchOptimizer> all() {
        List<BenchOptimizer> all = new ArrayList<>(main());
        Catalogue.types(Family.OPTIMIZER).stream()
                .filter(type -> takesBatches(type.spec()))
                .map(TypeInfo::key)
                .filter(key -> all.stream().noneMatch(optimizer -> optimizer.key.equals(key)))
                .map(key -> new BenchOptimizer(key, "{" + key + ": {learning_rate: 1.0e-4}}"))
                .forEach(all::add);
        return all;
    }

    /** Whether it makes one update of the gradient of one batch, so that its steps can be compared. */
    private static boolean takesBatches(Class<?> optimizer) {
        return optimizer != GradientDescent.class && !MinimizerSpec.class.isAssignableFrom(optimizer);
    }

    /**
     * The optimizer of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BenchOptimizer of(String key) {
        return Named.find("optimizer", all(), key);
    }

    @Override
    public String toString() {
        return key;
    }
}
