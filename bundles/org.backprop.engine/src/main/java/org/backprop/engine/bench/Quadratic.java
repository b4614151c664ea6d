package org.backprop.engine.bench;

import java.util.Random;

/** {@code 1/2 x^T A x} with {@code A = R D R}, R the reflection at a random plane and D diagonal. */
final class Quadratic implements TestFunction {

    private final double[] eigenvalues;
    private final double[] normal;
    private final double[] start;

    Quadratic(int dimension, double condition, Random random) {
        eigenvalues = new double[dimension];
        normal = new double[dimension];
        start = new double[dimension];
        double square = 0;
        for (int i = 0; i < dimension; i++) {
            eigenvalues[i] = Math.pow(condition, -(double) i / Math.max(1, dimension - 1));
            normal[i] = random.nextGaussian();
            start[i] = 10 * random.nextGaussian() / Math.sqrt(dimension);
            square += normal[i] * normal[i];
        }
        for (int i = 0; i < dimension; i++) {
            normal[i] /= Math.sqrt(square);
        }
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public double value(double[] x, double[] gradient) {
        double[] product = gradient == null ? new double[x.length] : gradient;
        hessianProduct(x, x, product);
        double value = 0;
        for (int i = 0; i < x.length; i++) {
            value += 0.5 * x[i] * product[i];
        }
        return value;
    }

    @Override
    public void hessianProduct(double[] x, double[] v, double[] result) {
        System.arraycopy(v, 0, result, 0, v.length);
        reflect(result);
        for (int i = 0; i < result.length; i++) {
            result[i] *= eigenvalues[i];
        }
        reflect(result);
    }

    private void reflect(double[] x) {
        double along = 0;
        for (int i = 0; i < x.length; i++) {
            along += normal[i] * x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] -= 2 * along * normal[i];
        }
    }
}
