package org.backprop.runlog.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void bucketsOfEqualWidthSpanTheValues() {
        Histogram histogram = Histogram.of(new float[] {9, 0, 1, 2, 4, 9}, 1, 4, 4);
        assertEquals(new Histogram(0, 4, 4, 7, 21, new double[] {1, 2, 3, 4}, new double[] {1, 1, 1, 1}), histogram);
    }

    @Test
    void everyFiniteValueIsCountedOnce() {
        Random random = new Random(3);
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 1e30f;
        }
        values[17] = Float.NaN;
        values[18] = Float.NEGATIVE_INFINITY;
        Histogram histogram = Histogram.of(values, 0, values.length, 30);
        double counted = 0;
        for (int bucket = 0; bucket < histogram.buckets(); bucket++) {
            counted += histogram.count(bucket);
        }
        assertEquals(values.length - 2, counted);
        assertEquals(counted, histogram.count());
        assertEquals(histogram.max(), histogram.limit(29));
    }

    @Test
    void equalValuesShareOneBucket() {
        assertEquals(
                new Histogram(2, 2, 3, 6, 12, new double[] {2}, new double[] {3}),
                Histogram.of(new float[] {2, 2, 2}, 0, 3, 10));
    }

    @Test
    void noFiniteValueGivesTheEmptyHistogram() {
        assertEquals(0, Histogram.of(new float[] {Float.NaN}, 0, 1, 10).buckets());
    }

    @Test
    void impossibleArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(new float[1], 0, 1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> Histogram.of(new float[1], 0, 2, 1));
    }
}
