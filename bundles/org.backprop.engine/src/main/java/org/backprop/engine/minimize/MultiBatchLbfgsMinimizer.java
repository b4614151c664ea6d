package org.backprop.engine.minimize;

import java.util.Map;

import org.backprop.engine.kernels.View;
import org.backprop.model.MultiBatchLbfgs;

/**
 * Berahas, Nocedal, Takac 2016, algorithm 1: a step of L-BFGS with the gradient of the batch; the change of the gradient is
 * that on the samples that the next batch has in common with this one.
 */
final class MultiBatchLbfgsMinimizer implements Minimizer {

    /** It bounds the inverse Hessian where the loss is not convex: the paper's condition in section 3.2. */
    private static final double LEAST_CURVATURE = 1e-2;

    private final Objective objective;
    private final Vectors vectors;
    private final Pairs pairs;
    private final View along;
    private final View before;
    private final View after;

    MultiBatchLbfgsMinimizer(MultiBatchLbfgs spec, Objective objective, Vectors vectors) {
        this.objective = objective;
        this.vectors = vectors;
        pairs = new Pairs(vectors, spec.history(), LEAST_CURVATURE);
        along = vectors.create();
        before = vectors.create();
        after = vectors.create();
    }

    @Override
    public void iterate(long iteration, double value, double learningRate) {
        View gradient = objective.gradient();
        double rate = learningRate;
        pairs.descend(gradient, along);
        if (!(vectors.dot(gradient, along) < 0)) {
            pairs.clear();
            vectors.copy(-1, gradient, along);
        }
        if (pairs.isEmpty()) {
            rate *= Math.min(1, 1 / vectors.norm1(gradient));
        }
        vectors.scale(rate, along);
        objective.sharedGradient(before);
        vectors.add(1, along, objective.point());
        objective.pointChanged();
        objective.sharedGradient(after);
        vectors.add(-1, before, after);
        pairs.add(along, after);
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
