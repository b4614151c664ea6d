package org.backprop.runlog.series;

import java.util.Objects;

/**
 * An immutable curve: points of (step, wall time, value) with non-decreasing steps.
 *
 * <p>It is a length-bounded view over arrays that it shares with its {@link SeriesBuilder}; taking one costs next to nothing,
 * however many points there are. A long curve may be reduced, see {@link #isReduced}. Safe to read from any thread.
 */
public final class Series {
    /** The series without points. */
    public static final Series EMPTY = new Series(new Points(0, false), 1, null, 0, new NonFinite());

    private final long[] steps;
    private final double[] wallTimes;
    private final float[] values;
    private final float[] means;
    private final int closed;
    private final int blockSize;
    private final Points tail;
    private final int tailCount;
    private final int size;
    private final long nonFiniteCount;
    private final long[] nonFiniteSteps;

    /**
     * A view.
     *
     * @param blockSize recorded points for which each two of {@code points} stand; 1 if each stands for itself
     * @param tail points of a block that is not complete, or null
     * @param tailCount recorded points in that block
     */
    Series(Points points, int blockSize, Points tail, int tailCount, NonFinite nonFinite) {
        steps = points.steps;
        wallTimes = points.wallTimes;
        values = points.values;
        means = points.means;
        closed = points.size;
        this.blockSize = blockSize;
        this.tail = tail;
        this.tailCount = tailCount;
        nonFiniteCount = nonFinite.count();
        nonFiniteSteps = nonFinite.steps();
        size = closed + (tail == null ? 0 : tail.size);
    }

    /** Number of points. */
    public int size() {
        return size;
    }

    /** Whether there is no point. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Whether it has fewer points than were recorded; then they are the least and the greatest of equal parts of them. */
    public boolean isReduced() {
        return blockSize > 1;
    }

    /** Global step of point {@code index}. */
    public long step(int index) {
        return isInTail(index) ? tail.steps[index - closed] : steps[index];
    }

    /** When point {@code index} was recorded, in seconds since 1970-01-01 UTC. */
    public double wallTime(int index) {
        return isInTail(index) ? tail.wallTimes[index - closed] : wallTimes[index];
    }

    /** Value of point {@code index}; may be NaN or infinite. */
    public float value(int index) {
        return isInTail(index) ? tail.values[index - closed] : values[index];
    }

    /** Mean, without NaN, of the recorded points that point {@code index} stands for: itself, if it is not reduced. */
    public float mean(int index) {
        if (isInTail(index)) {
            return tail.means[index - closed];
        }
        return means == null ? values[index] : means[index];
    }

    /** Number of recorded points that point {@code index} stands for; neighbours may share them, so it may be a fraction. */
    public double weight(int index) {
        if (isInTail(index)) {
            return (double) tailCount / tail.size;
        }
        return blockSize == 1 ? 1 : blockSize / 2.0;
    }

    /** Number of recorded points that are NaN or infinite, also of those that a reduced curve no longer has. */
    public long nonFiniteCount() {
        return nonFiniteCount;
    }

    /** Steps of the first thousand of them, ascending. */
    public long[] nonFiniteSteps() {
        return nonFiniteSteps.clone();
    }

    private boolean isInTail(int index) {
        return Objects.checkIndex(index, size) >= closed;
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
            if (step(middle) < step) {
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
            least = Float.isNaN(least) || value(i) < least ? value(i) : least;
        }
        return least;
    }

    /** Largest value that is not NaN; NaN if there is none. */
    public float maximum() {
        float most = Float.NaN;
        for (int i = 0; i < size; i++) {
            most = Float.isNaN(most) || value(i) > most ? value(i) : most;
        }
        return most;
    }
}
