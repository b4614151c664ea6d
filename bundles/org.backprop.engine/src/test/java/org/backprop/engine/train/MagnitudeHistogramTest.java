package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.backprop.engine.kernels.MagnitudeBins;
import org.backprop.runlog.events.Histogram;
import org.junit.jupiter.api.Test;

class MagnitudeHistogramTest {

    private static Histogram histogram(float... values) {
        int[] counts = new int[MagnitudeBins.COUNT];
        for (float value : values) {
            counts[MagnitudeBins.of(value)]++;
        }
        return MagnitudeHistogram.of(counts);
    }

    @Test
    void everyValueLiesInItsBucket() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            float value = (float) (random.nextGaussian() * Math.exp(10 * random.nextGaussian()));
            Histogram histogram = histogram(value, 2 * value, -value);
            double below = 0;
            for (int bucket = 0; bucket < histogram.buckets(); bucket++) {
                below += histogram.limit(bucket) < value ? histogram.count(bucket) : 0;
            }
            assertEquals(1, below, "values below " + value);
            assertEquals(3, histogram.count());
        }
    }

    @Test
    void limitsAscend() {
        Histogram histogram = histogram(-3, -0.5f, -1e-30f, 0, 1e-30f, 0.25f, 7);
        for (int bucket = 1; bucket < histogram.buckets(); bucket++) {
            assertTrue(histogram.limit(bucket - 1) < histogram.limit(bucket), "bucket " + bucket);
        }
    }

    @Test
    void momentsAreWithinABin() {
        Random random = new Random(2);
        float[] values = new float[10_000];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
            squares += (double) values[i] * values[i];
        }
        Histogram histogram = histogram(values);
        assertEquals(squares, histogram.sumOfSquares(), squares / 100);
        assertEquals(0, histogram.sum() / histogram.count(), 0.05);
        assertTrue(histogram.max() > 3 && histogram.max() < 5, "" + histogram.max());
        assertTrue(histogram.min() < -3 && histogram.min() > -5, "" + histogram.min());
    }

    @Test
    void zerosGiveOneBucket() {
        Histogram histogram = histogram(0f, -0f, 0f);
        assertEquals(1, histogram.buckets());
        assertEquals(3, histogram.count());
        assertEquals(0, histogram.sum());
    }

    @Test
    void nonFiniteValuesAreLeftOut() {
        assertEquals(
                1,
                histogram(1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)
                        .count());
        assertEquals(0, histogram(Float.NaN).buckets());
    }

    @Test
    void theGreatestFiniteValueIsCounted() {
        Histogram histogram = histogram(Float.MAX_VALUE, -Float.MAX_VALUE);
        assertEquals(2, histogram.count());
        assertTrue(Double.isFinite(histogram.max()));
    }
}
