package org.backprop.runlog.evaluation;

import java.util.stream.IntStream;

/**
 * What a network said about the samples of a set. The arrays are shared, not copied; nobody may change them.
 *
 * @param set what was evaluated
 * @param outputs what the network predicted, row-major {@code [samples, outputs]}
 * @param labels classes of the samples; empty for a regression
 * @param predicted classes that the network takes the samples for; empty for a regression
 * @param targets the numbers to predict, as the outputs; empty for a classification
 * @param losses loss of each sample, without penalties
 * @param samples the numbers of the samples in the set, counted from 0, ascending
 * @param inputs inputs of some samples
 */
public record EvaluationRecord(
        EvaluatedSet set,
        float[] outputs,
        int[] labels,
        int[] predicted,
        float[] targets,
        float[] losses,
        int[] samples,
        SampleInputs inputs) {

    /** Checks that there is the same number of samples everywhere, and that classes are known ones. */
    public EvaluationRecord {
        int classified = set.classifies() ? samples.length : 0;
        int regressed = set.classifies() ? 0 : samples.length;
        if (outputs.length != (long) samples.length * set.outputs()
                || labels.length != classified
                || predicted.length != classified
                || targets.length != (long) regressed * set.outputs()
                || losses.length != samples.length) {
            throw new IllegalArgumentException("the arrays are not of the same number of samples");
        }
        int classes = set.classes().size();
        if (IntStream.concat(IntStream.of(labels), IntStream.of(predicted)).anyMatch(i -> i < 0 || i >= classes)) {
            throw new IllegalArgumentException("there are classes beyond the " + classes + " names");
        }
    }

    /** Number of samples. */
    public int size() {
        return samples.length;
    }

    public float output(int row, int column) {
        return outputs[row * set.outputs() + column];
    }

    /**
     * How strongly a sample is taken for a class; greater is more. A probability if the outputs are some. With one output,
     * which stands for the second of two classes, it counts against the first.
     */
    public float score(int row, int label) {
        if (set.outputs() > 1) {
            return output(row, label);
        }
        float second = output(row, 0);
        return label == 1 ? second : set.probabilities() ? 1 - second : -second;
    }

    /** The {@link #score} of a class for each sample. */
    public float[] scores(int label) {
        float[] scores = new float[size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(i, label);
        }
        return scores;
    }

    /** Whether each sample is of a class. */
    public boolean[] members(int label) {
        boolean[] members = new boolean[size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = labels[i] == label;
        }
        return members;
    }
}
