package org.backprop.runlog.evaluation;

import java.util.Arrays;

/**
 * How many samples of a class and of others are found when a threshold on their scores falls. Samples of equal score are
 * found together.
 *
 * @param thresholds the different scores, falling
 * @param hits number of samples of the class with at least that score
 * @param falseAlarms number of other samples with at least that score
 */
record Ranking(float[] thresholds, int[] hits, int[] falseAlarms) {

    /** Ranks samples; scores that are no number come last. */
    static Ranking of(float[] scores, boolean[] members) {
        int count = scores.length;
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) ~ordered(Float.isNaN(scores[i]) ? Float.NEGATIVE_INFINITY : scores[i]) << 32 | i;
        }
        Arrays.sort(order);
        float[] thresholds = new float[count];
        int[] hits = new int[count];
        int[] falseAlarms = new int[count];
        int steps = 0;
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += members[(int) order[i]] ? 1 : 0;
            if (i + 1 == count || order[i] >> 32 != order[i + 1] >> 32) {
                thresholds[steps] = scores[(int) order[i]];
                hits[steps] = found;
                falseAlarms[steps++] = i + 1 - found;
            }
        }
        return new Ranking(
                Arrays.copyOf(thresholds, steps), Arrays.copyOf(hits, steps), Arrays.copyOf(falseAlarms, steps));
    }

    /** An int that is ordered as the number is. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ bits >> 31 & 0x7FFFFFFF;
    }

    int size() {
        return thresholds.length;
    }

    /** Number of samples of the class. */
    int positives() {
        return size() == 0 ? 0 : hits[size() - 1];
    }

    /** Number of other samples. */
    int negatives() {
        return size() == 0 ? 0 : falseAlarms[size() - 1];
    }
}
