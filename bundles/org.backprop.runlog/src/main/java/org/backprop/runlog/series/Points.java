package org.backprop.runlog.series;

import java.util.Arrays;

/** Arrays of points that grow at their end. */
final class Points {
    long[] steps;
    double[] wallTimes;
    float[] values;

    /** Mean of the block that a point stands for; null while each point stands for itself. */
    float[] means;

    int size;

    Points(int capacity, boolean blocks) {
        steps = new long[capacity];
        wallTimes = new double[capacity];
        values = new float[capacity];
        means = blocks ? new float[capacity] : null;
    }

    void append(long step, double wallTime, float value, float mean) {
        if (size == steps.length) {
            reallocate(Math.addExact(size, Math.max(16, size >> 1)));
        }
        steps[size] = step;
        wallTimes[size] = wallTime;
        values[size] = value;
        if (means != null) {
            means[size] = mean;
        }
        size++;
    }

    void append(Points more) {
        for (int i = 0; i < more.size; i++) {
            append(
                    more.steps[i],
                    more.wallTimes[i],
                    more.values[i],
                    more.means == null ? more.values[i] : more.means[i]);
        }
    }

    /** Moves everything to new arrays, so that those who read the old ones see no change. */
    void reallocate(int capacity) {
        steps = Arrays.copyOf(steps, capacity);
        wallTimes = Arrays.copyOf(wallTimes, capacity);
        values = Arrays.copyOf(values, capacity);
        means = means == null ? null : Arrays.copyOf(means, capacity);
    }
}
