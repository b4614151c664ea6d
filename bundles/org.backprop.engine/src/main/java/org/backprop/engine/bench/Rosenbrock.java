package org.backprop.engine.bench;

/** A narrow, curved valley. */
final class Rosenbrock implements TestFunction {

    @Override
    public double[] start() {
        return new double[] {-1.2, 1};
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public double value(double[] x, double[] gradient) {
        double valley = x[1] - x[0] * x[0];
        double rest = 1 - x[0];
        if (gradient != null) {
            gradient[0] = -400 * x[0] * valley - 2 * rest;
            gradient[1] = 200 * valley;
        }
        return 100 * valley * valley + rest * rest;
    }

    @Override
    public void hessianProduct(double[] x, double[] v, double[] result) {
        result[0] = (1200 * x[0] * x[0] - 400 * x[1] + 2) * v[0] - 400 * x[0] * v[1];
        result[1] = -400 * x[0] * v[0] + 200 * v[1];
    }

    /** Of the squares of {@code 10 (y - x^2)} and {@code 1 - x}. */
    @Override
    public void gaussNewtonProduct(double[] x, double[] v, double[] result) {
        result[0] = (800 * x[0] * x[0] + 2) * v[0] - 400 * x[0] * v[1];
        result[1] = -400 * x[0] * v[0] + 200 * v[1];
    }
}
