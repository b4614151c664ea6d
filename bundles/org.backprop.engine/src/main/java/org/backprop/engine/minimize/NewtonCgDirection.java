package org.backprop.engine.minimize;

import org.backprop.engine.kernels.View;

/** Newton's direction by conjugate gradients: Nocedal and Wright, "Numerical optimization", algorithm 7.1. */
final class NewtonCgDirection implements Direction {

    private static final double MOST_RESIDUAL = 0.5;

    /** Products for one direction, as a multiple of the number of parameters that exact arithmetic would need. */
    private static final int MOST_ROUNDS = 2;

    private static final int MOST_PRODUCTS = 500;

    private final Objective objective;
    private final Vectors vectors;
    private final View residual;
    private final View conjugate;
    private final View product;

    NewtonCgDirection(Objective objective, Vectors vectors) {
        this.objective = objective;
        this.vectors = vectors;
        residual = vectors.create();
        conjugate = vectors.create();
        product = vectors.create();
    }

    @Override
    public void find(View gradient, View direction) {
        vectors.clear(direction);
        vectors.copy(1, gradient, residual);
        vectors.copy(-1, gradient, conjugate);
        double square = vectors.dot(gradient, gradient);
        double norm = Math.sqrt(square);
        double enough = Math.min(MOST_RESIDUAL, Math.sqrt(norm)) * norm;
        long most = Math.min(MOST_PRODUCTS, (long) MOST_ROUNDS * gradient.length());
        for (int i = 0; i < most && Math.sqrt(square) > enough; i++) {
            objective.hessianProduct(conjugate, product);
            double curvature = vectors.dot(conjugate, product);
            if (!(curvature > 0)) {
                if (i == 0) {
                    vectors.copy(-1, gradient, direction);
                }
                return;
            }
            double step = square / curvature;
            vectors.add(step, conjugate, direction);
            vectors.add(step, product, residual);
            double next = vectors.dot(residual, residual);
            vectors.scale(next / square, conjugate);
            vectors.add(-1, residual, conjugate);
            square = next;
        }
    }

    @Override
    public double firstStep(double slope, double cautious) {
        return 1;
    }
}
