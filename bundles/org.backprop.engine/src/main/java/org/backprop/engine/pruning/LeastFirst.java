package org.backprop.engine.pruning;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Finds the elements of an array with the least values until their sizes add up to a number, in time proportional to the
 * array's length, without sorting: the bits of the last value are found half by half. Equal values go in order.
 */
final class LeastFirst {

    private static final int HALF = 16;
    private static final int BUCKETS = 1 << HALF;

    private final float[] values;
    private final int[] sizes;
    private final int from;
    private final int to;
    private final IntPredicate eligible;

    /** Looks at the eligible elements from {@code from} (inclusive) to {@code to} (exclusive). */
    LeastFirst(float[] values, int[] sizes, int from, int to, IntPredicate eligible) {
        this.values = values;
        this.sizes = sizes;
        this.from = from;
        this.to = to;
        this.eligible = eligible;
    }

    /** Adds the least elements to {@code found}, until their sizes are {@code wanted} as nearly as the last of them can make it. */
    void take(long wanted, BitSet found) {
        long rest = wanted;
        long[] upper = count(-1);
        int high = 0;
        while (high < BUCKETS && upper[high] <= rest) {
            rest -= upper[high++];
        }
        int low = 0;
        if (high < BUCKETS) {
            long[] lower = count(high);
            while (lower[low] <= rest) {
                rest -= lower[low++];
            }
        }
        long last = (long) high << HALF | low;
        for (int i = from; i < to; i++) {
            if (eligible.test(i)) {
                long key = key(values[i]);
                if (key < last) {
                    found.set(i);
                } else if (key == last && 2 * rest >= sizes[i]) {
                    found.set(i);
                    rest -= sizes[i];
                }
            }
        }
    }

    /** The sizes by the upper halves of the keys, or by the lower halves of those with one upper half. */
    private long[] count(int upper) {
        long[] sums = new long[BUCKETS];
        for (int i = from; i < to; i++) {
            if (eligible.test(i)) {
                long key = key(values[i]);
                if (upper < 0) {
                    sums[(int) (key >> HALF)] += sizes[i];
                } else if (key >> HALF == upper) {
                    sums[(int) key & BUCKETS - 1] += sizes[i];
                }
            }
        }
        return sums;
    }

    /** A number in [0, 2^32) that is in the order of the values; 0 and -0 are the same. */
    private static long key(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return (bits ^ (bits >> 31 & Integer.MAX_VALUE)) - (long) Integer.MIN_VALUE;
    }
}
