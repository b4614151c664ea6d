package org.backprop.runlog.series;

import java.util.Arrays;

/** Where a curve is NaN or infinite: the number of such points, and the steps of the first ones. */
final class NonFinite {
    private static final int MOST = 1024;
    private static final long[] NONE = new long[0];

    private long[] steps = NONE;
    private int known;
    private long count;

    void add(long step, float value) {
        if (Float.isFinite(value)) {
            return;
        }
        count++;
        if (known < MOST) {
            if (known == steps.length) {
                steps = Arrays.copyOf(steps, Math.max(8, 2 * known));
            }
            steps[known++] = step;
        }
    }

    /** Drops those of {@code step} or later, as far as their steps are known. */
    void dropFrom(long step) {
        int before = known;
        while (known > 0 && steps[known - 1] >= step) {
            known--;
        }
        if (known < before) {
            count = known;
            steps = Arrays.copyOf(steps, known);
        }
    }

    long count() {
        return count;
    }

    /** The steps that are known, a copy. */
    long[] steps() {
        return known == 0 ? NONE : Arrays.copyOf(steps, known);
    }
}
