package org.backprop.engine.kernels.reference;

import org.backprop.engine.kernels.Activation;

/**
 * The dense layer in double precision; see {@link org.backprop.engine.kernels.Kernels#denseForward}.
 *
 * @param n batch size
 */
public record ReferenceDense(int n, int in, int out, Activation activation) {

    /** Computes y; bias may be null. */
    public void forward(double[] x, double[] weight, double[] bias, double[] y) {
        for (int row = 0; row < n; row++) {
            for (int unit = 0; unit < out; unit++) {
                double sum = bias == null ? 0 : bias[unit];
                for (int i = 0; i < in; i++) {
                    sum += x[row * in + i] * weight[unit * in + i];
                }
                y[row * out + unit] = sum;
            }
        }
        ReferenceActivation.forward(activation, out, y);
    }

    /** Computes the gradients, which may be null but for that of the weight; dy becomes that before the activation. */
    public void backward(
            double[] x,
            double[] weight,
            double[] y,
            double[] dy,
            double[] weightGradient,
            double[] biasGradient,
            double[] dx) {
        ReferenceActivation.backward(activation, out, y, dy);
        double[] dw = new double[out * in];
        double[] db = new double[out];
        double[] back = new double[n * in];
        for (int row = 0; row < n; row++) {
            for (int unit = 0; unit < out; unit++) {
                double gradient = dy[row * out + unit];
                db[unit] += gradient;
                for (int i = 0; i < in; i++) {
                    dw[unit * in + i] += gradient * x[row * in + i];
                    back[row * in + i] += gradient * weight[unit * in + i];
                }
            }
        }
        Results.store(dw, weightGradient);
        Results.store(db, biasGradient);
        Results.store(back, dx);
    }
}
