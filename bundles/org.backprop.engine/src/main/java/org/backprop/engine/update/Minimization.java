package org.backprop.engine.update;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.kernels.NormPass;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.minimize.Ending;
import org.backprop.engine.minimize.Minimizer;
import org.backprop.engine.minimize.Minimizers;
import org.backprop.engine.minimize.Objective;
import org.backprop.engine.minimize.Reading;
import org.backprop.model.MinimizerSpec;

/** The updates that a minimizer makes: one iteration each. */
final class Minimization {

    private static final String PREFIX = "minimizer.";

    private final Objective objective;
    private final Minimizer minimizer;
    private final NormPass norms;

    /**
     * Begins at the objective's point.
     *
     * @throws IllegalArgumentException if there are too many parameters for the minimizer
     */
    Minimization(MinimizerSpec spec, Objective objective, long seed) {
        this.objective = objective;
        minimizer = Minimizers.compile(spec, objective, seed);
        norms = new NormPass(objective.kernels());
    }

    /** Update number {@code update}, from 1, after the gradient; {@code wanted} may be null. */
    void update(long update, double value, double learningRate, UpdateNorms wanted) {
        norms.before(wanted, objective.point(), objective.gradient());
        minimizer.iterate(update, value, learningRate);
        norms.after(wanted, objective.point());
    }

    Optional<Ending> ending() {
        return minimizer.ending();
    }

    List<Reading> readings() {
        return minimizer.readings();
    }

    /** The best parameters, if they may be others than the last. */
    Optional<View> best() {
        return minimizer.best();
    }

    Map<String, View> vectors() {
        return minimizer.vectors();
    }

    Map<String, View> matrices() {
        return minimizer.matrices();
    }

    /** Begins anew at the present point, which has changed. */
    void restart() {
        minimizer.vectors().values().forEach(vector -> objective.kernels().fill(vector, 0));
        minimizer.restore(Map.of());
        objective.pointChanged();
    }

    Map<String, Double> numbers() {
        Map<String, Double> numbers = new HashMap<>();
        minimizer.numbers().forEach((name, value) -> numbers.put(PREFIX + name, value));
        return numbers;
    }

    void restore(Map<String, Double> numbers) {
        Map<String, Double> own = new HashMap<>();
        numbers.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                own.put(name.substring(PREFIX.length()), value);
            }
        });
        minimizer.restore(own);
    }
}
