package org.backprop.runlog.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FinitePointsTest {
    private static Series series(float... values) {
        SeriesBuilder builder = SeriesBuilder.bounded(4096);
        for (int i = 0; i < values.length; i++) {
            builder.append(i + 1, 100 + i, values[i]);
        }
        return builder.series();
    }

    @Test
    void pointsThatAreNotFiniteAreLeftOut() {
        FinitePoints points =
                FinitePoints.of(series(1, Float.NaN, 3, Float.POSITIVE_INFINITY), 100, (step, time) -> step / 2.0);
        assertArrayEquals(new double[] {0.5, 1.5}, points.x());
        assertArrayEquals(new double[] {1, 3}, points.y());
    }

    @Test
    void aPartBetweenTwoStepsHasItsNeighboursToo() {
        FinitePoints points = FinitePoints.of(series(1, 2, 3, 4, 5, 6), 3, 4, 100, (step, time) -> time);
        assertArrayEquals(new double[] {101, 102, 103, 104}, points.x());
        assertArrayEquals(new double[] {2, 3, 4, 5}, points.y());
    }

    @Test
    void anEmptySeriesHasNoPoints() {
        assertEquals(0, FinitePoints.of(Series.EMPTY, 100, (step, time) -> step).x().length);
    }
}
