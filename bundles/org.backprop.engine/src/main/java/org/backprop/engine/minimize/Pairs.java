package org.backprop.engine.minimize;

import java.util.LinkedHashMap;
import java.util.Map;

import org.backprop.engine.kernels.View;

/**
 * The last changes s of a point and y of the gradient, and the product of the inverse Hessian that they stand for with a
 * vector: the two-loop recursion, Nocedal and Wright: "Numerical optimization", algorithm 7.4.
 */
final class Pairs {

    private static final String COUNT = "pairs";
    private static final String NEXT = "next_pair";

    private final Vectors vectors;
    private final View[] changes;
    private final View[] gradientChanges;
    private final double leastCurvature;
    private final double[] curvatures;
    private final double[] factors;
    private int count;
    private int next;

    /**
     * No pairs yet.
     *
     * @param most number of pairs that are remembered
     * @param leastCurvature least {@code s^T y / s^T s} of a pair that is remembered
     */
    Pairs(Vectors vectors, int most, double leastCurvature) {
        this.vectors = vectors;
        this.leastCurvature = leastCurvature;
        changes = new View[most];
        gradientChanges = new View[most];
        curvatures = new double[most];
        factors = new double[most];
        for (int i = 0; i < most; i++) {
            changes[i] = vectors.create();
            gradientChanges[i] = vectors.create();
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    void clear() {
        count = 0;
        next = 0;
    }

    /** Remembers a pair in place of the oldest, unless the gradient did not grow enough along the change. */
    void add(View change, View gradientChange) {
        double curvature = vectors.dot(change, gradientChange);
        if (curvature > leastCurvature * vectors.dot(change, change)) {
            vectors.copy(1, change, changes[next]);
            vectors.copy(1, gradientChange, gradientChanges[next]);
            curvatures[next] = curvature;
            next = (next + 1) % changes.length;
            count = Math.min(count + 1, changes.length);
        }
    }

    /** Writes {@code -V g}. */
    void descend(View gradient, View direction) {
        vectors.copy(-1, gradient, direction);
        if (count == 0) {
            return;
        }
        double product = vectors.dot(changes[index(0)], direction);
        for (int age = 0; age < count; age++) {
            int i = index(age);
            factors[i] = product / curvatures[i];
            if (age < count - 1) {
                product = vectors.addThenDot(-factors[i], gradientChanges[i], direction, changes[index(age + 1)]);
            } else {
                vectors.add(-factors[i], gradientChanges[i], direction);
            }
        }
        int latest = index(0);
        View change = gradientChanges[latest];
        double scale = curvatures[latest] / vectors.dot(change, change);
        product = vectors.scaleThenDot(scale, direction, gradientChanges[index(count - 1)]);
        for (int age = count - 1; age >= 0; age--) {
            int i = index(age);
            double factor = factors[i] - product / curvatures[i];
            if (age > 0) {
                product = vectors.addThenDot(factor, changes[i], direction, gradientChanges[index(age - 1)]);
            } else {
                vectors.add(factor, changes[i], direction);
            }
        }
    }

    /** Where the pair lies that came {@code age} pairs before the latest. */
    private int index(int age) {
        return Math.floorMod(next - 1 - age, changes.length);
    }

    Map<String, View> vectors() {
        Map<String, View> views = new LinkedHashMap<>();
        for (int i = 0; i < changes.length; i++) {
            views.put("change_" + i, changes[i]);
            views.put("gradient_change_" + i, gradientChanges[i]);
        }
        return views;
    }

    Map<String, Double> numbers() {
        return Map.of(COUNT, (double) count, NEXT, (double) next);
    }

    void restore(Map<String, Double> numbers) {
        count = numbers.getOrDefault(COUNT, 0.0).intValue();
        next = numbers.getOrDefault(NEXT, 0.0).intValue();
        for (int age = 0; age < count; age++) {
            int i = index(age);
            curvatures[i] = vectors.dot(changes[i], gradientChanges[i]);
        }
    }
}
