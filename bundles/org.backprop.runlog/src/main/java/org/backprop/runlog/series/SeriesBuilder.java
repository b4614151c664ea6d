package org.backprop.runlog.series;

import java.util.Arrays;

/**
 * Collects the points of one curve and hands out {@link Series} over them without copying.
 *
 * <p>Not thread-safe; the series it hands out are.
 */
public final class SeriesBuilder {
    private long[] steps = new long[16];
    private double[] wallTimes = new double[16];
    private float[] values = new float[16];
    private int size;
    private Series latest = Series.EMPTY;
    private int handedOut; // points of the present arrays that a series may show; they must not change

    /**
     * Appends a point. A step below the last one means that training went on from an earlier point: as in TensorBoard, the
     * points from that step on are superseded and dropped first.
     *
     * @param wallTime seconds since 1970-01-01 UTC
     */
    public void append(long step, double wallTime, float value) {
        if (size > 0 && step < steps[size - 1]) {
            dropFrom(step);
        }
        if (size == steps.length) {
            reallocate(Math.addExact(size, Math.max(16, size >> 1)));
        }
        steps[size] = step;
        wallTimes[size] = wallTime;
        values[size] = value;
        size++;
    }

    /** Drops the points whose step is at least {@code step}. Series handed out before keep theirs. */
    public void dropFrom(long step) {
        size = new Series(steps, wallTimes, values, size).firstAtOrAfter(step);
        if (size < handedOut) {
            reallocate(steps.length);
        }
    }

    /** The points so far. The same object is returned until the next change. */
    public Series series() {
        if (handedOut != size || size == 0) {
            latest = size == 0 ? Series.EMPTY : new Series(steps, wallTimes, values, size);
            handedOut = size;
        }
        return latest;
    }

    private void reallocate(int capacity) {
        steps = Arrays.copyOf(steps, capacity);
        wallTimes = Arrays.copyOf(wallTimes, capacity);
        values = Arrays.copyOf(values, capacity);
        handedOut = 0;
    }
}
