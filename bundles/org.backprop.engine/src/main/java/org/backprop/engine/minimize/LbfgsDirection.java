package org.backprop.engine.minimize;

import java.util.Map;

import org.backprop.engine.kernels.View;

/** The direction of L-BFGS: Nocedal and Wright: "Numerical optimization", algorithm 7.5. */
final class LbfgsDirection implements Direction {

    /** Curvature that is lost in rounding. */
    private static final double LEAST_CURVATURE = 1e-10;

    private final Pairs pairs;

    LbfgsDirection(Vectors vectors, int history) {
        pairs = new Pairs(vectors, history, LEAST_CURVATURE);
    }

    @Override
    public void find(View gradient, View direction) {
        pairs.descend(gradient, direction);
    }

    @Override
    public double firstStep(double slope, double cautious) {
        return pairs.isEmpty() ? cautious : 1;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void learn(View change, View gradientChange) {
        pairs.add(change, gradientChange);
    }

    @Override
    public void forget() {
        pairs.clear();
    }

    @Override
    public Map<String, View> vectors() {
        return pairs.vectors();
    }

    @Override
    public Map<String, Double> numbers() {
        return pairs.numbers();
    }

    @Override
    public void restore(Map<String, Double> numbers) {
        pairs.restore(numbers);
    }
}
