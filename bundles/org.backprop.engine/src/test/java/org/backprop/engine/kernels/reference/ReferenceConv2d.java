package org.backprop.engine.kernels.reference;

import org.backprop.engine.kernels.Activation;
import org.backprop.model.Window;

/**
 * The convolution in double precision; see {@link org.backprop.engine.kernels.Kernels#conv2dForward}.
 *
 * @param n batch size
 * @param in channels of the input
 * @param out channels of the result
 */
public record ReferenceConv2d(Window window, int n, int in, int out, int groups, Activation activation) {

    /** Elements of the result for a sample. */
    public int resultColumns() {
        return out * window.outHeight() * window.outWidth();
    }

    /** Visits one product of the sum: elements of the result, the input and the weight. */
    @FunctionalInterface
    private interface Visitor {
        void visit(int y, int x, int weight);
    }

    private void forEachProduct(Visitor visitor) {
        int positions = window.outHeight() * window.outWidth();
        int groupIn = in / groups;
        for (int sample = 0; sample < n; sample++) {
            for (int filter = 0; filter < out; filter++) {
                int group = filter / (out / groups);
                for (int channel = 0; channel < groupIn; channel++) {
                    int y = (sample * out + filter) * positions;
                    int x = (sample * in + group * groupIn + channel) * window.height() * window.width();
                    int weight = (filter * groupIn + channel)
                            * window.kernel().height()
                            * window.kernel().width();
                    WindowElements.forEach(
                            window,
                            (position, element, pixel) -> visitor.visit(y + position, x + pixel, weight + element));
                }
            }
        }
    }

    /** Computes y; bias may be null. */
    public void forward(double[] x, double[] weight, double[] bias, double[] y) {
        int positions = window.outHeight() * window.outWidth();
        for (int i = 0; i < y.length; i++) {
            y[i] = bias == null ? 0 : bias[i / positions % out];
        }
        forEachProduct((yAt, xAt, weightAt) -> y[yAt] += x[xAt] * weight[weightAt]);
        ReferenceActivation.forward(activation, 1, y);
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
        ReferenceActivation.backward(activation, 1, y, dy);
        double[] dw = new double[weight.length];
        double[] db = new double[out];
        double[] back = new double[x.length];
        int positions = window.outHeight() * window.outWidth();
        for (int i = 0; i < dy.length; i++) {
            db[i / positions % out] += dy[i];
        }
        forEachProduct((yAt, xAt, weightAt) -> {
            dw[weightAt] += dy[yAt] * x[xAt];
            back[xAt] += dy[yAt] * weight[weightAt];
        });
        Results.store(dw, weightGradient);
        Results.store(db, biasGradient);
        Results.store(back, dx);
    }
}
