package org.backprop.engine.minimize;

import java.util.Map;

import org.backprop.engine.kernels.View;

/** The negative gradient. The first step tried is twice the last one. */
final class SteepestDirection implements Direction {

    private static final String STEP = "step";
    private static final double GROWTH = 2;

    private final Vectors vectors;
    private double lastStep;

    SteepestDirection(Vectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public void find(View gradient, View direction) {
        vectors.copy(-1, gradient, direction);
    }

    @Override
    public double firstStep(double slope, double cautious) {
        return lastStep == 0 ? cautious : GROWTH * lastStep;
    }

    @Override
    public void stepped(double step, double slope) {
        lastStep = step;
    }

    @Override
    public void forget() {
        lastStep = 0;
    }

    @Override
    public Map<String, Double> numbers() {
        return Map.of(STEP, lastStep);
    }

    @Override
    public void restore(Map<String, Double> numbers) {
        lastStep = numbers.getOrDefault(STEP, 0.0);
    }
}
