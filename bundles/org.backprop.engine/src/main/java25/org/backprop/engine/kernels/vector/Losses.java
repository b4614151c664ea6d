package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The losses and their gradients; labels are class indices as float, one for each row. */
final class Losses {

    private Losses() {}

    private static int label(NativeView labels, int row) {
        return (int) Lanes.get(labels.row(row));
    }

    /** Minus the mean of the scores at the labels. */
    static double nll(NativeView logProbabilities, NativeView labels) {
        double sum = 0;
        for (int row = 0; row < labels.rows(); row++) {
            sum -= Lanes.get(Lanes.at(logProbabilities.row(row), label(labels, row)));
        }
        return sum / labels.rows();
    }

    /** {@code gradient[i, label_i] -= 1/n}. */
    static void subtractLabels(NativeView labels, NativeView gradient) {
        float share = 1f / labels.rows();
        for (int row = 0; row < labels.rows(); row++) {
            long at = Lanes.at(gradient.row(row), label(labels, row));
            Lanes.set(at, Lanes.get(at) - share);
        }
    }

    /** {@code gradient = (exp(logp) - onehot) / n}. */
    static void logSoftmaxNllGradient(NativeView logProbabilities, NativeView labels, NativeView gradient) {
        float share = 1f / labels.rows();
        VectorMath.exp(logProbabilities.address(), 1f, (float) Math.log(share), gradient.address(), gradient.length());
        subtractLabels(labels, gradient);
    }

    static double crossEntropy(NativeView logits, NativeView labels, long scratch) {
        double sum = 0;
        for (int row = 0; row < logits.rows(); row++) {
            sum += Softmax.logSumExp(logits.row(row), logits.columns(), scratch);
        }
        return sum / logits.rows() + nll(logits, labels);
    }

    /** Rows whose first greatest score is at the label. */
    static int correct(NativeView scores, NativeView labels) {
        int correct = 0;
        for (int row = 0; row < scores.rows(); row++) {
            correct += best(scores.row(row), scores.columns()) == label(labels, row) ? 1 : 0;
        }
        return correct;
    }

    private static int best(long scores, int n) {
        float greatest = Softmax.max(scores, n);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            VectorMask<Float> equal = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(scores, i), ORDER, mask)
                    .compare(VectorOperators.EQ, greatest, mask);
            if (equal.anyTrue()) {
                return i + equal.firstTrue();
            }
        }
        return 0;
    }
}
