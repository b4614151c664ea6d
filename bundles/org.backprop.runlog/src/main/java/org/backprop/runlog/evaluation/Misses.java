package org.backprop.runlog.evaluation;

import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which evaluated samples deserve a look. */
public final class Misses {
    private Misses() {}

    /** The rows that a condition holds for, the greatest loss first. */
    public static int[] byLoss(EvaluationRecord record, IntPredicate wanted) {
        float[] losses = record.losses();
        return IntStream.range(0, record.size())
                .filter(wanted)
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> -losses[row]).thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The rows of a cell of the confusion matrix, the greatest loss first. */
    public static int[] ofCell(EvaluationRecord record, int label, int predicted) {
        return byLoss(record, row -> record.labels()[row] == label && record.predicted()[row] == predicted);
    }

    /** All rows that are taken for something else than they are, the greatest loss first. */
    public static int[] all(EvaluationRecord record) {
        return byLoss(record, row -> record.labels()[row] != record.predicted()[row]);
    }
}
