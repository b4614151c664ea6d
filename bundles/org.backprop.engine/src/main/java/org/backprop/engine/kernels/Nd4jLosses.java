package org.backprop.engine.kernels;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Losses, their gradients and the count of right answers; see {@link Kernels#nll}. */
final class Nd4jLosses {

    private final Blocks blocks;
    private final double[] sums;

    Nd4jLosses(Team team, Blocks blocks) {
        this.blocks = blocks;
        sums = new double[team.size()];
    }

    double nll(Nd4jView logProbabilities, Nd4jView labels) {
        FloatBuffer values = logProbabilities.elements();
        FloatBuffer classes = labels.elements();
        double sum = 0;
        for (int row = 0; row < labels.rows(); row++) {
            sum -= values.get(row * logProbabilities.columns() + (int) classes.get(row));
        }
        return sum / labels.rows();
    }

    /** {@code gradient[i, label_i] -= 1/n}. */
    void subtractLabels(Nd4jView labels, Nd4jView gradient) {
        FloatBuffer values = gradient.elements();
        FloatBuffer classes = labels.elements();
        float share = 1f / labels.rows();
        for (int row = 0; row < labels.rows(); row++) {
            int at = row * gradient.columns() + (int) classes.get(row);
            values.put(at, values.get(at) - share);
        }
    }

    void logSoftmaxNllGradient(Nd4jView logProbabilities, Nd4jView labels, Nd4jView gradient) {
        float share = 1f / labels.rows();
        blocks.run(
                1,
                (part, length, a, b, c, d) -> ReductionLoops.scaledExp(share, length, b, a),
                gradient,
                logProbabilities);
        subtractLabels(labels, gradient);
    }

    double crossEntropy(Nd4jView logits, Nd4jView labels) {
        Arrays.fill(sums, 0);
        blocks.runRows(
                0, (part, rows, columns, a, b) -> sums[part] += ReductionLoops.logSumExp(rows, columns, a), logits);
        return Arrays.stream(sums).sum() / logits.rows() + nll(logits, labels);
    }

    int correct(Nd4jView scores, Nd4jView labels) {
        FloatBuffer values = scores.elements();
        FloatBuffer classes = labels.elements();
        int columns = scores.columns();
        int correct = 0;
        for (int row = 0; row < scores.rows(); row++) {
            int best = 0;
            for (int i = 1; i < columns; i++) {
                best = values.get(row * columns + i) > values.get(row * columns + best) ? i : best;
            }
            correct += best == (int) classes.get(row) ? 1 : 0;
        }
        return correct;
    }
}
