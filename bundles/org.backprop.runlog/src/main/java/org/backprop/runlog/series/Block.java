package org.backprop.runlog.series;

/**
 * Consecutive points of a curve that are remembered by their least, their greatest and their last one, and by their mean.
 * NaN is neither least nor greatest, unless there is nothing else.
 */
final class Block {
    private static final int LOW = 0;
    private static final int HIGH = 1;
    private static final int LAST = 2;

    private final long[] steps = new long[3];
    private final double[] wallTimes = new double[3];
    private final float[] values = new float[3];
    private final int[] positions = new int[3];
    private int count;
    private double sum;
    private int numbers;

    int count() {
        return count;
    }

    /** Step of the last point; there must be one. */
    long lastStep() {
        return steps[LAST];
    }

    void clear() {
        count = 0;
        sum = 0;
        numbers = 0;
    }

    void add(long step, double wallTime, float value) {
        put(LAST, step, wallTime, value);
        if (count == 0 || value < values[LOW] || Float.isNaN(values[LOW])) {
            put(LOW, step, wallTime, value);
        }
        if (count == 0 || value > values[HIGH] || Float.isNaN(values[HIGH])) {
            put(HIGH, step, wallTime, value);
        }
        count++;
        if (!Float.isNaN(value)) {
            sum += value;
            numbers++;
        }
    }

    private void put(int slot, long step, double wallTime, float value) {
        steps[slot] = step;
        wallTimes[slot] = wallTime;
        values[slot] = value;
        positions[slot] = count;
    }

    /** The mean of its points without NaN; NaN if there are no others. */
    float mean() {
        return numbers == 0 ? Float.NaN : (float) (sum / numbers);
    }

    /** Two of its points in their order: the least and the greatest, or where these are one, that and the last. */
    Points extremes() {
        boolean one = positions[LOW] == positions[HIGH];
        int other = one ? LAST : HIGH;
        return positions[LOW] <= positions[other] ? points(LOW, other) : points(other, LOW);
    }

    /** Its least, greatest and last point in their order, each once. */
    Points points() {
        int first = positions[LOW] <= positions[HIGH] ? LOW : HIGH;
        int second = first == LOW ? HIGH : LOW;
        if (positions[first] == positions[second]) {
            return positions[first] == positions[LAST] ? points(LAST) : points(first, LAST);
        }
        return positions[second] == positions[LAST] ? points(first, LAST) : points(first, second, LAST);
    }

    private Points points(int... slots) {
        Points points = new Points(slots.length, true);
        for (int slot : slots) {
            points.append(steps[slot], wallTimes[slot], values[slot], mean());
        }
        return points;
    }
}
