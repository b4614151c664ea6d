package org.backprop.engine.kernels.reference;

import org.backprop.engine.kernels.GroupNormStep;

/**
 * Normalization of groups in double precision; see {@link org.backprop.engine.kernels.Kernels#groupNormForward}.
 *
 * @param n batch size
 * @param columns elements of a sample
 */
public record ReferenceGroupNorm(GroupNormStep step, int n, int columns) {

    private int length() {
        return columns / step.groups();
    }

    /** Number of runs of all samples. */
    public int runs() {
        return n * step.groups();
    }

    private int feature(int element) {
        return element % columns / step.inner() % step.features();
    }

    private double scale(double[] gamma, int element) {
        return gamma == null ? 1 : gamma[feature(element)];
    }

    /** Computes saved and y; gamma and beta may be null. */
    public void forward(double[] x, double[] gamma, double[] beta, double[] saved, double[] y) {
        for (int run = 0; run < runs(); run++) {
            double mean = 0;
            double variance = 0;
            for (int i = run * length(); i < (run + 1) * length(); i++) {
                mean += x[i] / length();
            }
            for (int i = run * length(); i < (run + 1) * length(); i++) {
                variance += (x[i] - mean) * (x[i] - mean) / length();
            }
            saved[run] = mean;
            saved[runs() + run] = 1 / Math.sqrt(variance + step.epsilon());
            for (int i = run * length(); i < (run + 1) * length(); i++) {
                double shift = beta == null ? 0 : beta[feature(i)];
                y[i] = scale(gamma, i) * (x[i] - mean) * saved[runs() + run] + shift;
            }
        }
    }

    /** Computes the gradients, which may be null. */
    public void backward(
            double[] x,
            double[] gamma,
            double[] saved,
            double[] dy,
            double[] gammaGradient,
            double[] betaGradient,
            double[] dx) {
        double[] normalized = new double[x.length];
        double[] dots = new double[step.features()];
        double[] sums = new double[step.features()];
        for (int i = 0; i < x.length; i++) {
            int run = i / length();
            normalized[i] = (x[i] - saved[run]) * saved[runs() + run];
            dots[feature(i)] += dy[i] * normalized[i];
            sums[feature(i)] += dy[i];
        }
        Results.store(dots, gammaGradient);
        Results.store(sums, betaGradient);
        for (int run = 0; dx != null && run < runs(); run++) {
            double sum = 0;
            double dot = 0;
            for (int i = run * length(); i < (run + 1) * length(); i++) {
                sum += scale(gamma, i) * dy[i] / length();
                dot += scale(gamma, i) * dy[i] * normalized[i] / length();
            }
            for (int i = run * length(); i < (run + 1) * length(); i++) {
                dx[i] = saved[runs() + run] * (scale(gamma, i) * dy[i] - sum - normalized[i] * dot);
            }
        }
    }
}
