package org.backprop.engine.curvature;

import org.backprop.engine.kernels.View;
import org.backprop.engine.random.RandomSequence;

/** Draws a label for each sample of a batch from the probabilities that the network gives its classes. */
final class PredictedLabels {

    private final RandomSequence random = new RandomSequence(0, 0);
    private float[] outputs = new float[0];
    private float[] labels = new float[0];

    /**
     * Draws the labels.
     *
     * @param output logits or log-probabilities {@code [n, classes]}
     * @param targets result: class indices {@code [n, 1]}
     */
    void draw(long seed, long stream, View output, View targets) {
        if (outputs.length < output.length()) {
            outputs = new float[output.length()];
            labels = new float[targets.length()];
        }
        output.buffer().read(output.offset(), outputs, 0, output.length());
        random.restart(seed, stream);
        for (int sample = 0; sample < output.rows(); sample++) {
            labels[sample] = draw(sample * output.columns(), output.columns(), random.nextUniform());
        }
        targets.buffer().write(targets.offset(), labels, 0, targets.length());
    }

    /** The first class whose cumulated probability is above a uniform number; the last one if none is. */
    private int draw(int row, int classes, float uniform) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = row; i < row + classes; i++) {
            greatest = Math.max(greatest, outputs[i]);
        }
        double sum = 0;
        for (int i = row; i < row + classes; i++) {
            sum += StrictMath.exp(outputs[i] - greatest);
        }
        double rest = uniform * sum;
        for (int label = 0; label < classes - 1; label++) {
            rest -= StrictMath.exp(outputs[row + label] - greatest);
            if (rest < 0) {
                return label;
            }
        }
        return classes - 1;
    }
}
