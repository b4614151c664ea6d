package org.backprop.engine.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the evaluated samples whose inputs are kept. Samples that are taken for something else than they are come first,
 * evenly over the cells of the confusion matrix and the greatest losses first in each; then those that are predicted right
 * in the same way; of a regression simply the greatest losses.
 */
final class KeptInputs {
    private KeptInputs() {}

    /**
     * Chooses at most {@code most} rows, ascending.
     *
     * @param labels classes; empty for a regression
     * @param predicted predicted classes; empty for a regression
     */
    static int[] choose(int[] labels, int[] predicted, int classes, float[] losses, int most) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, losses.length).boxed().toList());
        order.sort(Comparator.comparing(row -> -losses[row]));
        int[] rank = new int[losses.length];
        if (labels.length > 0) {
            int[] met = new int[classes * classes];
            for (int row : order) {
                boolean right = labels[row] == predicted[row];
                rank[row] = met[labels[row] * classes + predicted[row]]++ + (right ? losses.length : 0);
            }
            order.sort(Comparator.comparing(row -> rank[row]));
        }
        return order.stream().limit(most).mapToInt(Integer::intValue).sorted().toArray();
    }
}
