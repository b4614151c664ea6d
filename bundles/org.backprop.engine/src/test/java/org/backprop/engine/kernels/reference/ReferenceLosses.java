package org.backprop.engine.kernels.reference;

import org.backprop.engine.kernels.Activation;

/** Losses in double precision; see {@link org.backprop.engine.kernels.Kernels#nll}. */
public final class ReferenceLosses {

    private ReferenceLosses() {}

    /** Negative log likelihood. */
    public static double nll(double[] logProbabilities, double[] labels) {
        int classes = logProbabilities.length / labels.length;
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            sum -= logProbabilities[row * classes + (int) labels[row]];
        }
        return sum / labels.length;
    }

    /** Cross entropy. */
    public static double crossEntropy(double[] logits, double[] labels) {
        double[] logProbabilities = logits.clone();
        ReferenceActivation.forward(Activation.LOG_SOFTMAX, logits.length / labels.length, logProbabilities);
        return nll(logProbabilities, labels);
    }

    /** The gradient {@code (p - onehot) / n} for probabilities p; those of nll itself are zero. */
    public static void gradient(double[] probabilities, double[] labels, double[] gradient) {
        int classes = probabilities.length / labels.length;
        for (int i = 0; i < gradient.length; i++) {
            double label = labels[i / classes] == i % classes ? 1 : 0;
            gradient[i] = (probabilities[i] - label) / labels.length;
        }
    }
}
