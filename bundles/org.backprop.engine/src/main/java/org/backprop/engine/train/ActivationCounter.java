package org.backprop.engine.train;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.backprop.engine.kernels.MagnitudeBins;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.WatchedLayer;

/** Takes the statistics of one layer's activations. It reads them from the device piece by piece. */
final class ActivationCounter {
    private static final int MOST = 1 << 14;

    private final WatchedLayer layer;
    private final FlatParts flat;
    private final int[] bins = new int[MagnitudeBins.COUNT];
    private final boolean[] alive;
    private double sum;
    private double squares;
    private long saturated;

    ActivationCounter(WatchedLayer layer) {
        this.layer = layer;
        flat = FlatParts.of(layer.function());
        alive = new boolean[layer.units()];
    }

    /** Counts the layer's output, {@code [batch, size of a sample]}. */
    ActivationCounts count(View output) {
        reset();
        int length = output.length();
        float[] values = new float[Math.min(MOST, length)];
        for (int from = 0; from < length; from += values.length) {
            int count = Math.min(values.length, length - from);
            output.buffer().read(output.offset() + from, values, 0, count);
            add(values, count);
            if (flat.saturates()) {
                saturated += outside(values, count);
            }
            if (flat.endsAtZero()) {
                markAlive(values, count, from % output.columns(), output.columns());
            }
        }
        return new ActivationCounts(length, sum, squares, bins.clone(), saturated, alive.clone());
    }

    private void reset() {
        Arrays.fill(bins, 0);
        Arrays.fill(alive, false);
        sum = 0;
        squares = 0;
        saturated = 0;
    }

    private void add(float[] values, int count) {
        double newSum = 0;
        double newSquares = 0;
        for (int i = 0; i < count; i++) {
            float value = values[i];
            bins[MagnitudeBins.of(value)]++;
            newSum += value;
            newSquares += (double) value * value;
        }
        sum += newSum;
        squares += newSquares;
    }

    private int outside(float[] values, int count) {
        int outside = 0;
        for (int i = 0; i < count; i++) {
            outside += values[i] < flat.low() || values[i] > flat.high() ? 1 : 0;
        }
        return outside;
    }

    /** Marks the units with an output that is not 0; the first value is element {@code element} of its sample. */
    private void markAlive(float[] values, int count, int element, int size) {
        int at = 0;
        int first = element;
        while (at < count) {
            int unit = first / layer.positions() % layer.units();
            int end = Math.min(count, at + layer.positions() - first % layer.positions());
            first = (first + end - at) % size;
            while (at < end && !alive[unit]) {
                alive[unit] = values[at++] != 0;
            }
            at = end;
        }
    }

    /** The statistics of what such a counter has counted. */
    ActivationStatistics statistics(ActivationCounts counts) {
        long length = counts.length();
        double mean = counts.sum() / length;
        int dead = 0;
        for (boolean one : counts.alive()) {
            dead += one ? 0 : 1;
        }
        return new ActivationStatistics(
                mean,
                Math.sqrt(Math.max(0, counts.squares() / length - mean * mean)),
                ((double) counts.bins()[0] + counts.bins()[MagnitudeBins.NEGATIVE]) / length,
                flat.endsAtZero() ? OptionalDouble.of((double) dead / alive.length) : OptionalDouble.empty(),
                flat.saturates() ? OptionalDouble.of((double) counts.saturated() / length) : OptionalDouble.empty(),
                MagnitudeHistogram.of(counts.bins()));
    }
}
