package org.backprop.engine.bench;

import java.util.Random;

/** The mean logistic loss of generated points and {@code penalty / 2 |x|^2}. */
final class LogisticRegression implements TestFunction {

    private static final int DESCENTS = 5_000;

    private final double[][] features;
    private final double[] signs;
    private final double penalty;
    private final double least;

    LogisticRegression(int samples, int dimension, double penalty, Random random) {
        this.penalty = penalty;
        features = new double[samples][dimension];
        signs = new double[samples];
        for (int i = 0; i < samples; i++) {
            signs[i] = i % 2 == 0 ? 1 : -1;
            for (int j = 0; j < dimension; j++) {
                features[i][j] = (random.nextGaussian() + signs[i] * 0.3) / (1 + j % 3);
            }
        }
        least = descend();
    }

    /** The least value, by as many steps of gradient descent as are enough for float64. */
    private double descend() {
        double[] x = start();
        double[] gradient = new double[x.length];
        for (int step = 0; step < DESCENTS; step++) {
            value(x, gradient);
            for (int j = 0; j < x.length; j++) {
                x[j] -= gradient[j];
            }
        }
        return value(x, null);
    }

    @Override
    public double[] start() {
        return new double[features[0].length];
    }

    @Override
    public double least() {
        return least;
    }

    @Override
    public double value(double[] x, double[] gradient) {
        double sum = penalty / 2 * dot(x, x);
        if (gradient != null) {
            for (int j = 0; j < x.length; j++) {
                gradient[j] = penalty * x[j];
            }
        }
        for (int i = 0; i < signs.length; i++) {
            double margin = signs[i] * dot(features[i], x);
            sum += (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)))) / signs.length;
            if (gradient != null) {
                add(-signs[i] / (1 + Math.exp(margin)) / signs.length, features[i], gradient);
            }
        }
        return sum;
    }

    @Override
    public void hessianProduct(double[] x, double[] v, double[] result) {
        for (int j = 0; j < x.length; j++) {
            result[j] = penalty * v[j];
        }
        for (double[] sample : features) {
            double probability = 1 / (1 + Math.exp(-dot(sample, x)));
            add(probability * (1 - probability) * dot(sample, v) / signs.length, sample, result);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static void add(double factor, double[] x, double[] to) {
        for (int j = 0; j < x.length; j++) {
            to[j] += factor * x[j];
        }
    }
}
