package org.backprop.engine.minimize;

import java.util.Map;

import org.backprop.engine.kernels.View;

/** Nocedal and Wright: "Numerical optimization", algorithm 5.4 with PR+ (5.45), and their first step (3.60). */
final class ConjugateDirection implements Direction {

    private static final String COUNT = "since_restart";
    private static final String STEP = "step";
    private static final String SLOPE = "slope";
    private static final double MOST_GROWTH = 10;

    private final Vectors vectors;
    private final View lastGradient;
    private final View lastDirection;
    private long sinceRestart;
    private double lastStep;
    private double lastSlope;

    ConjugateDirection(Vectors vectors) {
        this.vectors = vectors;
        lastGradient = vectors.create();
        lastDirection = vectors.create();
    }

    @Override
    public void find(View gradient, View direction) {
        vectors.copy(-1, gradient, direction);
        double beta = sinceRestart > 0 && sinceRestart < gradient.length() ? beta(gradient) : 0;
        if (beta > 0) {
            vectors.add(beta, lastDirection, direction);
        } else {
            sinceRestart = 0;
        }
        if (vectors.dot(gradient, direction) >= 0) {
            vectors.copy(-1, gradient, direction);
            sinceRestart = 0;
        }
        vectors.copy(1, gradient, lastGradient);
        vectors.copy(1, direction, lastDirection);
        sinceRestart++;
    }

    private double beta(View gradient) {
        double change = vectors.dot(gradient, gradient) - vectors.dot(gradient, lastGradient);
        return change / vectors.dot(lastGradient, lastGradient);
    }

    @Override
    public double firstStep(double slope, double cautious) {
        return lastStep == 0 ? cautious : lastStep * Math.min(MOST_GROWTH, lastSlope / slope);
    }

    @Override
    public void stepped(double step, double slope) {
        lastStep = step;
        lastSlope = slope;
    }

    @Override
    public void forget() {
        sinceRestart = 0;
        lastStep = 0;
    }

    @Override
    public Map<String, View> vectors() {
        return Map.of("last_gradient", lastGradient, "last_direction", lastDirection);
    }

    @Override
    public Map<String, Double> numbers() {
        return Map.of(COUNT, (double) sinceRestart, STEP, lastStep, SLOPE, lastSlope);
    }

    @Override
    public void restore(Map<String, Double> numbers) {
        sinceRestart = numbers.getOrDefault(COUNT, 0.0).longValue();
        lastStep = numbers.getOrDefault(STEP, 0.0);
        lastSlope = numbers.getOrDefault(SLOPE, 0.0);
    }
}
