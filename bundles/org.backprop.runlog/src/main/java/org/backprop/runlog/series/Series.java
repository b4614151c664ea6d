package org.backprop.runlog.series;

import java.util.Objects;

/**
 * An immutable curve: points of (step, wall time, value) with non-decreasing steps.
 *
 * <p>It is a length-bounded view over arrays that it shares with its {@link SeriesBuilder}; taking one costs nothing,
 * however many points there are. Safe to read from any thread.
 */
public final class Series {
    /** The series without points. */
    public static final Series EMPTY = new Series(new long[0], new double[0], new float[0], 0);

    private final long[] steps;
    private final double[] wallTimes;
    private final float[] values;
    private final int size;

    Series(long[] steps, double[] wallTimes, float[] values, int size) {
        this.steps = steps;
        this.wallTimes = wallTimes;
        this.values = values;
        this.size = size;
    }

    /** Number of points. */
    public int size() {
        return size;
    }

    /** Whether there is no point. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Global step of point {@code index}. */
    public long step(int index) {
        return steps[Objects.checkIndex(index, size)];
    }

    /** When point {@code index} was recorded, in seconds since 1970-01-01 UTC. */
    public double wallTime(int index) {
        return wallTimes[Objects.checkIndex(index, size)];
    }

    /** Value of point {@code index}; may be NaN or infinite. */
    public float value(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    /**
     * Step of the last point.
     *
     * @throws IndexOutOfBoundsException if the series is empty
     */
    public long lastStep() {
        return step(size - 1);
    }

    /**
     * Value of the last point.
     *
     * @throws IndexOutOfBoundsException if the series is empty
     */
    public float lastValue() {
        return value(size - 1);
    }

    /** Index of the first point whose step is at least {@code step}; {@link #size()} if there is none. */
    public int firstAtOrAfter(long step) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps[middle] < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Smallest value that is not NaN; NaN if there is none. */
    public float minimum() {
        float least = Float.NaN;
        for (int i = 0; i < size; i++) {
            least = Float.isNaN(least) || values[i] < least ? values[i] : least;
        }
        return least;
    }

    /** Largest value that is not NaN; NaN if there is none. */
    public float maximum() {
        float most = Float.NaN;
        for (int i = 0; i < size; i++) {
            most = Float.isNaN(most) || values[i] > most ? values[i] : most;
        }
        return most;
    }
}
