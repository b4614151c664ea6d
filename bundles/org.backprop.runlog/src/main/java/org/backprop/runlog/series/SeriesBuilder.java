package org.backprop.runlog.series;

/**
 * Collects the points of one curve and hands out {@link Series} over them without copying.
 *
 * <p>With a bound, memory is constant however long the curve becomes: when there are too many points, blocks of equally many
 * consecutive ones are reduced to their least and their greatest, in the order in which they occurred, and each block
 * remembers its mean. So no peak is lost, and means stay exact. Not thread-safe; the series it hands out are.
 */
public final class SeriesBuilder {
    /** Neighbours that become two points when there are too many. */
    private static final int MERGED = 4;

    private final int most;
    private final Block open = new Block();
    private final NonFinite nonFinite = new NonFinite();
    private Points points = new Points(16, false);
    private int blockSize = 1;
    private Series latest = Series.EMPTY;
    private boolean changed;
    private int handedOut; // points of the present arrays that a series may show; they must not change

    /** A builder that keeps every point. */
    public SeriesBuilder() {
        this(Integer.MAX_VALUE);
    }

    private SeriesBuilder(int most) {
        this.most = most;
    }

    /**
     * A builder that keeps at most about {@code most} points.
     *
     * @throws IllegalArgumentException if that is less than 8
     */
    public static SeriesBuilder bounded(int most) {
        if (most < 2 * MERGED) {
            throw new IllegalArgumentException("a bound of " + most + " points");
        }
        return new SeriesBuilder(most - most % MERGED);
    }

    /**
     * Appends a point. A step below the last one means that training went on from an earlier point: as in TensorBoard, the
     * points from that step on are superseded and dropped first.
     *
     * @param wallTime seconds since 1970-01-01 UTC
     */
    public void append(long step, double wallTime, float value) {
        if (step < lastStep()) {
            dropFrom(step);
        }
        changed = true;
        nonFinite.add(step, value);
        makeRoom();
        if (blockSize == 1) {
            points.append(step, wallTime, value, value);
        } else {
            open.add(step, wallTime, value);
        }
    }

    /** Not before the next point comes, so that the last one is always there. */
    private void makeRoom() {
        if (blockSize > 1 && open.count() == blockSize) {
            points.append(open.extremes());
            open.clear();
        }
        if (points.size == most) {
            merge();
        }
    }

    private long lastStep() {
        if (open.count() > 0) {
            return open.lastStep();
        }
        return points.size == 0 ? Long.MIN_VALUE : points.steps[points.size - 1];
    }

    /** Halves the number of points. */
    private void merge() {
        Points merged = new Points(most, true);
        Block block = new Block();
        for (int i = 0; i < points.size; i += MERGED) {
            block.clear();
            for (int j = i; j < i + MERGED; j++) {
                block.add(points.steps[j], points.wallTimes[j], points.values[j]);
            }
            float mean = mean(i);
            Points extremes = block.extremes();
            for (int j = 0; j < extremes.size; j++) {
                merged.append(extremes.steps[j], extremes.wallTimes[j], extremes.values[j], mean);
            }
        }
        blockSize = blockSize == 1 ? MERGED : 2 * blockSize;
        points = merged;
        handedOut = 0;
    }

    /** Mean of what the four points from {@code from} on stand for: themselves, or two blocks of equal size. */
    private float mean(int from) {
        double sum = 0;
        int numbers = 0;
        for (int i = from; i < from + MERGED; i++) {
            float mean = points.means == null ? points.values[i] : points.means[i];
            if (!Float.isNaN(mean)) {
                sum += mean;
                numbers++;
            }
        }
        return numbers == 0 ? Float.NaN : (float) (sum / numbers);
    }

    /** Drops the points whose step is at least {@code step}. Series handed out before keep theirs. */
    public void dropFrom(long step) {
        nonFinite.dropFrom(step);
        Points tail = open.count() == 0 ? new Points(0, true) : open.points();
        int closed = closed().firstAtOrAfter(step);
        changed |= closed < points.size || tail.size > 0 && tail.steps[tail.size - 1] >= step;
        if (closed < points.size) {
            open.clear();
            boolean split = blockSize > 1 && closed % 2 == 1;
            points.size = split ? closed - 1 : closed;
            if (split) {
                reopen(points, closed - 1);
            }
            if (points.size < handedOut) {
                points.reallocate(points.steps.length);
                handedOut = 0;
            }
        } else if (tail.size > 0 && tail.steps[tail.size - 1] >= step) {
            open.clear();
            for (int i = 0; tail.steps[i] < step; i++) {
                reopen(tail, i);
            }
        }
    }

    /** What is not in the open block. */
    private Series closed() {
        return new Series(points, blockSize, null, 0, new NonFinite());
    }

    private void reopen(Points from, int index) {
        open.add(from.steps[index], from.wallTimes[index], from.values[index]);
    }

    /** The points so far. The same object is returned until the next change. */
    public Series series() {
        if (changed) {
            Points tail = open.count() == 0 ? null : open.points();
            boolean empty = points.size == 0 && tail == null;
            latest = empty ? Series.EMPTY : new Series(points, blockSize, tail, open.count(), nonFinite);
            handedOut = points.size;
            changed = false;
        }
        return latest;
    }
}
