package org.backprop.runlog.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class DownsamplerTest {
    @Test
    void theExtremesOfEveryPixelColumnSurvive() {
        Random random = new Random(5);
        Series series = noise(random, 100_000);
        int pixels = 500;
        Series reduced = Downsampler.minMax(series, 0, 99_999, pixels);
        assertEquals(2 * pixels, reduced.size());
        for (int column = 0; column < pixels; column++) {
            Series whole = range(series, column * 200, column * 200 + 199);
            Series shown = range(reduced, column * 200, column * 200 + 199);
            assertEquals(whole.minimum(), shown.minimum());
            assertEquals(whole.maximum(), shown.maximum());
        }
    }

    @Test
    void fewPointsAreKeptAsTheyAre() {
        Series series = noise(new Random(6), 100);
        Series reduced = Downsampler.minMax(series, 0, 99, 50);
        assertEquals(100, reduced.size());
        assertEquals(series.value(42), reduced.value(42));
    }

    @Test
    void aRangeKeepsOneNeighbourOnEachSide() {
        Series series = noise(new Random(7), 1000);
        Series reduced = Downsampler.minMax(series, 300, 699, 10);
        assertEquals(22, reduced.size());
        assertEquals(299, reduced.step(0));
        assertEquals(700, reduced.lastStep());
    }

    @Test
    void aDivergedStretchBecomesAGapAndAStrayNanDoesNotHideItsColumn() {
        SeriesBuilder builder = new SeriesBuilder();
        for (int step = 0; step < 100; step++) {
            builder.append(step, 0, step >= 50 || step == 3 ? Float.NaN : step);
        }
        Series reduced = Downsampler.minMax(builder.series(), 0, 99, 2);
        assertEquals(3, reduced.size());
        assertEquals(0, reduced.value(0));
        assertEquals(49, reduced.value(1));
        assertTrue(Float.isNaN(reduced.value(2)));
    }

    @Test
    void extremeStepsDoNotOverflow() {
        SeriesBuilder builder = new SeriesBuilder();
        builder.append(Long.MIN_VALUE, 0, 1);
        for (int i = 0; i < 10; i++) {
            builder.append(i, 0, i);
        }
        builder.append(Long.MAX_VALUE, 0, 2);
        Series reduced = Downsampler.minMax(builder.series(), Long.MIN_VALUE, Long.MAX_VALUE, 3);
        assertEquals(Long.MIN_VALUE, reduced.step(0));
        assertEquals(Long.MAX_VALUE, reduced.lastStep());
        assertEquals(4, reduced.size());
    }

    @Test
    void aRangeBesideTheSeriesGivesTheNearestNeighbourOnly() {
        Series series = noise(new Random(8), 10);
        assertEquals(1, Downsampler.minMax(series, 100, 200, 10).size());
        assertEquals(0, Downsampler.minMax(Series.EMPTY, 0, 10, 10).size());
    }

    @Test
    void impossibleArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Downsampler.minMax(Series.EMPTY, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Downsampler.minMax(Series.EMPTY, 1, 0, 1));
    }

    private static Series noise(Random random, int size) {
        SeriesBuilder builder = new SeriesBuilder();
        for (int step = 0; step < size; step++) {
            builder.append(step, step, random.nextFloat());
        }
        return builder.series();
    }

    private static Series range(Series series, long from, long to) {
        SeriesBuilder part = new SeriesBuilder();
        for (int i = series.firstAtOrAfter(from); i < series.firstAtOrAfter(to + 1); i++) {
            part.append(series.step(i), 0, series.value(i));
        }
        return part.series();
    }
}
