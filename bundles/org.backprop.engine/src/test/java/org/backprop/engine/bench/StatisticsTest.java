package org.backprop.engine.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final double EXACT = 1e-12;

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoMiddleValues() {
        assertEquals(3, Statistics.median(9, 1, 3));
        assertEquals(2.5, Statistics.median(9, 1, 3, 2));
        assertEquals(7, Statistics.median(7));
    }

    @Test
    void theSpreadIsTheDistanceOfTheQuartilesOfNumPy() {
        assertEquals(2, Statistics.spread(5, 1, 2, 3, 4), EXACT);
        assertEquals(1.5, Statistics.spread(4, 1, 3, 2), EXACT);
        assertEquals(0, Statistics.spread(7));
    }

    @Test
    void quantilesInterpolateBetweenValues() {
        assertEquals(1, Statistics.quantile(0, 3, 1, 2));
        assertEquals(3, Statistics.quantile(1, 3, 1, 2));
        assertEquals(1.5, Statistics.quantile(0.25, 3, 1, 2), EXACT);
        assertThrows(IllegalArgumentException.class, () -> Statistics.quantile(0.5));
    }

    @Test
    void theGivenValuesStayInTheirOrder() {
        double[] values = {3, 1, 2};
        Statistics.median(values);
        assertArrayEquals(new double[] {3, 1, 2}, values);
    }

    @Test
    void aRatioIsTakenRoundByRound() {
        Comparison ratio = Comparison.ratio(new double[] {20, 10, 30}, new double[] {10, 10, 10});
        assertEquals(2, ratio.median(), EXACT);
        assertEquals(1, ratio.spread(), EXACT);
        assertThrows(IllegalArgumentException.class, () -> Comparison.ratio(new double[1], new double[2]));
    }

    @Test
    void aCostIsThePercentageThatAStepTakesLonger() {
        assertEquals(25, Comparison.cost(new double[] {100}, new double[] {80}).median(), EXACT);
    }
}
