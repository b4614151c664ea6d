package org.backprop.engine.bench;

import java.util.Random;

/** A function with known derivatives on which minimizers are compared, in float64. */
public interface TestFunction {

    /** Where minimizers begin. */
    double[] start();

    /** The least value. */
    double least();

    /**
     * The value at a point.
     *
     * @param gradient result, or null
     */
    double value(double[] x, double[] gradient);

    /** The product of the Hessian at a point with a vector. */
    void hessianProduct(double[] x, double[] v, double[] result);

    /** The product of the Gauss-Newton matrix; the Hessian, where that is positive semidefinite everywhere. */
    default void gaussNewtonProduct(double[] x, double[] v, double[] result) {
        hessianProduct(x, v, result);
    }

    /** Rosenbrock 1960: {@code 100 (y - x^2)^2 + (1 - x)^2} from (-1.2, 1). */
    static TestFunction rosenbrock() {
        return new Rosenbrock();
    }

    /** {@code 1/2 x^T A x}, A with eigenvalues from 1e-4 to 1 evenly in their logarithm, from a point of norm about 10. */
    static TestFunction quadratic(int dimension) {
        return new Quadratic(dimension, 1e4, new Random(1));
    }

    /** Logistic regression of 200 points of two overlapping classes, with a penalty so that there is a minimum. */
    static TestFunction logisticRegression(int features) {
        return new LogisticRegression(200, features, 0.001, new Random(1));
    }
}
