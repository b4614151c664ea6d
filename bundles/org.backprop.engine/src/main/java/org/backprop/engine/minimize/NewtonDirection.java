package org.backprop.engine.minimize;

import org.backprop.engine.kernels.View;

/** Newton's direction by a factorization of the whole Hessian, damped where that is not positive definite. */
final class NewtonDirection implements Direction {

    private final Objective objective;
    private final Vectors vectors;
    private final DenseSystem system;
    private final View column;

    NewtonDirection(Objective objective, Vectors vectors) {
        this.objective = objective;
        this.vectors = vectors;
        system = new DenseSystem(objective.point().length());
        column = vectors.create();
    }

    @Override
    public void find(View gradient, View direction) {
        system.assemble(objective::hessianProduct, column, direction, vectors);
        if (system.factorDamped()) {
            system.solve(gradient, direction);
            vectors.scale(-1, direction);
        } else {
            vectors.copy(-1, gradient, direction);
        }
    }

    @Override
    public double firstStep(double slope, double cautious) {
        return 1;
    }
}
