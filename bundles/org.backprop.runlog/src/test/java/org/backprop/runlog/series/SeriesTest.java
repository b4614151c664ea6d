package org.backprop.runlog.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class SeriesTest {
    private final SeriesBuilder builder = new SeriesBuilder();

    @Test
    void aSeriesDoesNotChangeWhenItsBuilderGoesOn() {
        Random random = new Random(4);
        long step = 0;
        for (int round = 0; round < 2000; round++) {
            step = random.nextInt(20) == 0 ? Math.max(0, step - random.nextInt(100)) : step + random.nextInt(3);
            Series before = builder.series();
            long[] steps = steps(before);
            builder.append(step, round, round);
            assertEquals(steps.length, before.size());
            for (int i = 0; i < steps.length; i++) {
                assertEquals(steps[i], before.step(i));
            }
        }
    }

    @Test
    void aStepBackSupersedesWhatWasRecordedFromThereOn() {
        append(1, 2, 3, 4);
        Series old = builder.series();
        builder.append(3, 0, 30);
        Series now = builder.series();
        assertEquals(3, now.size());
        assertEquals(30, now.lastValue());
        assertEquals(4, old.size());
        assertEquals(3, old.value(2));
    }

    @Test
    void pointsOfTheSameStepAreAllKept() {
        append(0, 0, 0);
        assertEquals(3, builder.series().size());
    }

    @Test
    void theSameSeriesIsReturnedUntilAPointComes() {
        assertSame(builder.series(), builder.series());
        append(1);
        assertSame(builder.series(), builder.series());
        builder.dropFrom(5);
        assertSame(builder.series(), builder.series());
        builder.dropFrom(0);
        assertTrue(builder.series().isEmpty());
    }

    @Test
    void firstAtOrAfterFindsTheFirstOfEqualSteps() {
        append(1, 3, 3, 7);
        Series series = builder.series();
        assertEquals(0, series.firstAtOrAfter(Long.MIN_VALUE));
        assertEquals(1, series.firstAtOrAfter(2));
        assertEquals(1, series.firstAtOrAfter(3));
        assertEquals(3, series.firstAtOrAfter(4));
        assertEquals(4, series.firstAtOrAfter(8));
    }

    @Test
    void extremesLeaveNanOut() {
        builder.append(0, 0, Float.NaN);
        assertTrue(Float.isNaN(builder.series().minimum()));
        builder.append(1, 0, 5);
        builder.append(2, 0, -5);
        builder.append(3, 0, Float.NaN);
        assertEquals(-5, builder.series().minimum());
        assertEquals(5, builder.series().maximum());
    }

    @Test
    void onlyItsOwnPointsAreVisible() {
        append(1);
        Series series = builder.series();
        append(2);
        assertThrows(IndexOutOfBoundsException.class, () -> series.value(1));
        assertThrows(IndexOutOfBoundsException.class, Series.EMPTY::lastValue);
    }

    private void append(long... steps) {
        for (long step : steps) {
            builder.append(step, step, step);
        }
    }

    private static long[] steps(Series series) {
        long[] steps = new long[series.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = series.step(i);
        }
        return steps;
    }
}
