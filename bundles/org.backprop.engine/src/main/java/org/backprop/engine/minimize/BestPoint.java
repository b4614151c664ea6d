package org.backprop.engine.minimize;

import java.util.Map;
import java.util.Optional;

import org.backprop.engine.kernels.View;

/** The point with the least value so far. */
final class BestPoint {

    private static final String VALUE = "best_value";

    private final Objective objective;
    private final View point;
    private double value = Double.POSITIVE_INFINITY;

    BestPoint(Objective objective, Vectors vectors) {
        this.objective = objective;
        point = vectors.create();
    }

    /** Keeps the present point if its value is the least so far. */
    void offer(double presentValue) {
        if (presentValue < value) {
            value = presentValue;
            objective.kernels().copy(objective.point(), point);
        }
    }

    /** The point, if one has been offered. */
    Optional<View> found() {
        return exists() ? Optional.of(point) : Optional.empty();
    }

    Map<String, View> vectors() {
        return Map.of("best_point", point);
    }

    Map<String, Double> numbers() {
        return exists() ? Map.of(VALUE, value) : Map.of();
    }

    void restore(Map<String, Double> numbers) {
        value = numbers.getOrDefault(VALUE, Double.POSITIVE_INFINITY);
    }

    private boolean exists() {
        return value < Double.POSITIVE_INFINITY;
    }
}
