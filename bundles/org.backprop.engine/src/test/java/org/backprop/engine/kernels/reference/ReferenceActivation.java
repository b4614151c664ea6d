package org.backprop.engine.kernels.reference;

import java.util.Arrays;

import org.backprop.engine.kernels.Activation;

/** Activations and their gradients in double precision. */
public final class ReferenceActivation {

    private ReferenceActivation() {}

    /** Replaces x, rows of {@code columns}, by the activation of x. */
    public static void forward(Activation activation, int columns, double[] x) {
        for (int at = 0; at < x.length; at += columns) {
            double[] row = Arrays.copyOfRange(x, at, at + columns);
            double max = Arrays.stream(row).max().orElseThrow();
            double sum = Arrays.stream(row).map(value -> Math.exp(value - max)).sum();
            for (int i = 0; i < columns; i++) {
                x[at + i] = switch (activation) {
                    case RELU -> Math.max(0, row[i]);
                    case SIGMOID -> sigmoid(row[i]);
                    case TANH -> Math.tanh(row[i]);
                    case SOFTMAX -> Math.exp(row[i] - max) / sum;
                    case LOG_SOFTMAX -> row[i] - max - Math.log(sum);
                    case LINEAR -> row[i];
                };
            }
        }
    }

    /** The logistic function. */
    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Replaces dy by the gradient before the activation, y being the activation's result. */
    public static void backward(Activation activation, int columns, double[] y, double[] dy) {
        for (int at = 0; at < y.length; at += columns) {
            double sum = 0;
            double dot = 0;
            for (int i = at; i < at + columns; i++) {
                sum += dy[i];
                dot += dy[i] * y[i];
            }
            for (int i = at; i < at + columns; i++) {
                dy[i] = switch (activation) {
                    case RELU -> y[i] > 0 ? dy[i] : 0;
                    case SIGMOID -> dy[i] * y[i] * (1 - y[i]);
                    case TANH -> dy[i] * (1 - y[i] * y[i]);
                    case SOFTMAX -> y[i] * (dy[i] - dot);
                    case LOG_SOFTMAX -> dy[i] - Math.exp(y[i]) * sum;
                    case LINEAR -> dy[i];
                };
            }
        }
    }
}
