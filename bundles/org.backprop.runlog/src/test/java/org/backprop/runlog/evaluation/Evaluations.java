package org.backprop.runlog.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/** Small evaluations. */
final class Evaluations {
    private Evaluations() {}

    /** A classification that gives probabilities; a sample is predicted to be what is most probable. */
    static EvaluationRecord classes(int[] labels, float[]... probabilities) {
        int classes = probabilities[0].length;
        float[] outputs = new float[labels.length * classes];
        int[] predicted = new int[labels.length];
        float[] losses = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            float[] row = probabilities[i];
            System.arraycopy(row, 0, outputs, i * classes, classes);
            predicted[i] = IntStream.range(0, classes).reduce(0, (a, b) -> row[b] > row[a] ? b : a);
            losses[i] = (float) -Math.log(row[labels[i]]);
        }
        return new EvaluationRecord(
                set(classes, IntStream.range(0, classes).mapToObj(i -> "c" + i).toList(), labels.length),
                outputs,
                labels,
                predicted,
                new float[0],
                losses,
                IntStream.range(0, labels.length).toArray(),
                SampleInputs.NONE);
    }

    /** A regression with one output. */
    static EvaluationRecord numbers(float[] targets, float[] predicted) {
        return new EvaluationRecord(
                set(1, List.of(), targets.length),
                predicted,
                new int[0],
                new int[0],
                targets,
                new float[targets.length],
                IntStream.range(0, targets.length).toArray(),
                SampleInputs.NONE);
    }

    static EvaluatedSet set(int outputs, List<String> classes, int total) {
        return new EvaluatedSet("test", "best", 1234, total, outputs, !classes.isEmpty(), classes);
    }
}
