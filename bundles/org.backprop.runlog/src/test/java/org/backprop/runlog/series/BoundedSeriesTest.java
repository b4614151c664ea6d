package org.backprop.runlog.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedSeriesTest {
    private static final int MOST = 64;

    private final Random random = new Random(3);

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 100, 1000, 4097, 100_000})
    void aLongCurveKeepsFewPointsAllExtremesItsMeanAndItsEnds(int length) {
        float[] values = new float[length];
        SeriesBuilder builder = SeriesBuilder.bounded(MOST);
        double sum = 0;
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
            sum += values[i];
            builder.append(i, i, values[i]);
        }
        Series series = builder.series();
        assertTrue(series.size() <= MOST + 3, series.size() + " points");
        assertTrue(length < MOST || series.size() >= MOST / 2, series.size() + " points");
        assertEquals(length > MOST, series.isReduced());
        assertEquals(values[length - 1], series.lastValue());
        assertEquals(length - 1, series.lastStep());
        double weights = 0;
        double weighted = 0;
        long before = -1;
        float least = 1;
        float most = 0;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        for (int i = 0; i < series.size(); i++) {
            assertTrue(series.step(i) > before, "steps ascend");
            before = series.step(i);
            assertEquals(values[(int) before], series.value(i));
            assertEquals(before, series.wallTime(i));
            weights += series.weight(i);
            weighted += series.weight(i) * series.mean(i);
        }
        assertEquals(length, weights, 1e-6);
        assertEquals(sum / length, weighted / weights, 1e-5);
        assertEquals(least, series.minimum());
        assertEquals(most, series.maximum());
    }

    @Test
    void onePeakAmongAMillionPointsIsStillThere() {
        SeriesBuilder builder = SeriesBuilder.bounded(MOST);
        for (int i = 0; i < 1_000_000; i++) {
            builder.append(i, 0, i == 123_456 ? 9 : 0);
        }
        Series series = builder.series();
        int peak = series.firstAtOrAfter(123_456);
        assertEquals(123_456, series.step(peak));
        assertEquals(9, series.value(peak));
    }

    @Test
    void partsAreEquallyLongHoweverLongTheCurveBecomes() {
        SeriesBuilder builder = SeriesBuilder.bounded(MOST);
        for (int i = 0; i < 500_000; i++) {
            builder.append(i, 0, random.nextFloat());
        }
        Series series = builder.series();
        int early = series.firstAtOrAfter(100_000);
        int late = series.firstAtOrAfter(400_000) - series.firstAtOrAfter(300_000);
        assertTrue(Math.abs(early - late) <= 4, early + " points in the first fifth, " + late + " in the fourth");
    }

    @Test
    void aSeriesDoesNotChangeWhenItsBuilderGoesOnOrBack() {
        SeriesBuilder builder = SeriesBuilder.bounded(MOST);
        long step = 0;
        for (int round = 0; round < 20_000; round++) {
            boolean back = random.nextInt(500) == 0;
            step = back ? Math.max(0, step - random.nextInt(400)) : step + 1 + random.nextInt(3);
            Series before = round % 7 == 0 ? builder.series() : Series.EMPTY;
            String text = text(before);
            builder.append(step, round, random.nextInt(50) == 0 ? Float.NaN : random.nextFloat());
            assertEquals(text, text(before));
            Series now = builder.series();
            assertEquals(step, now.lastStep());
            for (int i = 1; i < now.size(); i++) {
                assertTrue(now.step(i - 1) <= now.step(i), "steps do not descend");
            }
        }
    }

    @Test
    void aPartWithoutNumbersIsAGap() {
        SeriesBuilder builder = SeriesBuilder.bounded(8);
        for (int i = 0; i < 16; i++) {
            builder.append(i, 0, i < 8 ? Float.NaN : 1);
        }
        Series series = builder.series();
        assertTrue(Float.isNaN(series.value(0)));
        assertTrue(Float.isNaN(series.mean(0)));
        assertEquals(1, series.lastValue());
        assertEquals(1, series.minimum());
    }

    @Test
    void whatIsDroppedIsGone() {
        SeriesBuilder builder = SeriesBuilder.bounded(MOST);
        for (int i = 0; i < 1000; i++) {
            builder.append(i, 0, i);
        }
        builder.dropFrom(500);
        assertTrue(builder.series().lastStep() < 500);
        assertFalse(builder.series().lastStep() < 470);
        builder.dropFrom(0);
        assertTrue(builder.series().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> SeriesBuilder.bounded(7));
    }

    private static String text(Series series) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < series.size(); i++) {
            text.append(series.step(i)).append(':').append(series.value(i)).append(' ');
        }
        return text.toString();
    }

    @Test
    void nanInALongCurveIsCountedAndItsStepKnown() {
        SeriesBuilder builder = SeriesBuilder.bounded(64);
        for (int step = 0; step < 10_000; step++) {
            builder.append(step, step, step == 1234 ? Float.NaN : step == 5678 ? Float.POSITIVE_INFINITY : 1);
        }
        assertEquals(2, builder.series().nonFiniteCount());
        assertArrayEquals(new long[] {1234, 5678}, builder.series().nonFiniteSteps());
        builder.dropFrom(5000);
        assertEquals(1, builder.series().nonFiniteCount());
    }
}
