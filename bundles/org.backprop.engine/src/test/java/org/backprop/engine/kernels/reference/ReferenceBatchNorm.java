package org.backprop.engine.kernels.reference;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.BatchNormStep;

/**
 * Batch normalization in double precision; see {@link org.backprop.engine.kernels.Kernels#batchNormForward}.
 *
 * @param n batch size
 * @param positions elements of each channel of a sample
 */
public record ReferenceBatchNorm(BatchNormStep step, int n, int positions, Activation activation) {

    /** Elements of a sample. */
    public int columns() {
        return channels() * positions;
    }

    private int channels() {
        return step.channels();
    }

    private int channel(int element) {
        return element / positions % channels();
    }

    /** Computes saved, y and the running statistics; gamma and beta may be null. */
    public void forward(
            double[] x,
            double[] gamma,
            double[] beta,
            double[] runningMean,
            double[] runningVariance,
            double[] saved,
            double[] y) {
        int count = n * positions;
        double[] mean = new double[channels()];
        double[] variance = new double[channels()];
        for (int i = 0; i < x.length; i++) {
            mean[channel(i)] += x[i] / count;
        }
        for (int i = 0; i < x.length; i++) {
            double distance = x[i] - mean[channel(i)];
            variance[channel(i)] += distance * distance / count;
        }
        for (int channel = 0; channel < channels(); channel++) {
            double unbiased = count == 1 ? variance[channel] : variance[channel] * count / (count - 1);
            runningMean[channel] += step.momentum() * (mean[channel] - runningMean[channel]);
            runningVariance[channel] += step.momentum() * (unbiased - runningVariance[channel]);
            saved[channel] = mean[channel];
            saved[channels() + channel] = 1 / Math.sqrt(variance[channel] + step.epsilon());
        }
        inference(x, gamma, beta, mean, variance, y);
    }

    /** Computes y from given statistics; gamma and beta may be null. */
    public void inference(double[] x, double[] gamma, double[] beta, double[] mean, double[] variance, double[] y) {
        for (int i = 0; i < x.length; i++) {
            int channel = channel(i);
            double normalized = (x[i] - mean[channel]) / Math.sqrt(variance[channel] + step.epsilon());
            y[i] = (gamma == null ? 1 : gamma[channel]) * normalized + (beta == null ? 0 : beta[channel]);
        }
        ReferenceActivation.forward(activation, 1, y);
    }

    /** Computes the gradients, which may be null; dy becomes that before the activation. */
    public void backward(
            double[] x,
            double[] gamma,
            double[] saved,
            double[] y,
            double[] dy,
            double[] gammaGradient,
            double[] betaGradient,
            double[] dx) {
        ReferenceActivation.backward(activation, 1, y, dy);
        double[] sum = new double[channels()];
        double[] dot = new double[channels()];
        double[] normalized = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int channel = channel(i);
            normalized[i] = (x[i] - saved[channel]) * saved[channels() + channel];
            sum[channel] += dy[i];
            dot[channel] += dy[i] * normalized[i];
        }
        Results.store(dot, gammaGradient);
        Results.store(sum, betaGradient);
        for (int i = 0; dx != null && i < x.length; i++) {
            int channel = channel(i);
            double scale = (gamma == null ? 1 : gamma[channel]) * saved[channels() + channel];
            dx[i] = scale * (dy[i] - (sum[channel] + normalized[i] * dot[channel]) / (n * positions));
        }
    }
}
