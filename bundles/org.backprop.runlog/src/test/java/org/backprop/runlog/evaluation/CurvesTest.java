package org.backprop.runlog.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The expected numbers are those of scikit-learn's definitions, worked out by hand. */
class CurvesTest {
    private static final double EXACT = 1e-12;

    /** The example of {@code sklearn.metrics.roc_curve}. */
    private final float[] scores = {0.1f, 0.4f, 0.35f, 0.8f};

    private final boolean[] members = {false, false, true, true};

    @Test
    void theRocCurveHasAPointForEachThreshold() {
        RocCurve curve = RocCurve.of(scores, members);
        assertArrayEquals(new double[] {0, 0, 0.5, 0.5, 1}, curve.falsePositiveRate());
        assertArrayEquals(new double[] {0, 0.5, 0.5, 1, 1}, curve.truePositiveRate());
        assertEquals(0.75, curve.area(), EXACT);
    }

    @Test
    void equalScoresCountHalfForTheArea() {
        float[] tied = {0.5f, 0.5f, 0.5f, 0.5f};
        assertEquals(0.5, RocCurve.of(tied, members).area(), EXACT);
        float[] partly = {0.2f, 0.5f, 0.5f, 0.8f};
        assertEquals(0.875, RocCurve.of(partly, members).area(), EXACT, "of 4 pairs 3 are right, one is tied");
        assertEquals(
                0.5,
                RocCurve.of(new float[] {0f, -0f}, new boolean[] {true, false}).area(),
                EXACT);
    }

    @Test
    void negativeScoresAreOrderedToo() {
        float[] margins = {-3f, -1f, -2f, 4f};
        assertEquals(0.75, RocCurve.of(margins, members).area(), EXACT);
    }

    @Test
    void thereIsNoCurveForAClassWithoutSamples() {
        assertTrue(RocCurve.of(scores, new boolean[4]).isEmpty());
        assertEquals(Double.NaN, RocCurve.of(scores, new boolean[4]).area());
        assertTrue(PrecisionRecallCurve.of(scores, new boolean[4]).isEmpty());
        assertEquals(
                Double.NaN,
                PrecisionRecallCurve.of(new float[0], new boolean[0]).averagePrecision());
    }

    @Test
    void precisionAgainstRecall() {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(scores, members);
        assertArrayEquals(new double[] {0.5, 0.5, 1, 1}, curve.recall());
        assertArrayEquals(new double[] {1, 0.5, 2.0 / 3, 0.5}, curve.precision());
        assertEquals(0.5 + 0.5 * 2 / 3, curve.averagePrecision(), EXACT, "sklearn's average_precision_score: 0.83");
        assertEquals(0.5, curve.share());
    }

    @Test
    void probabilitiesAreBinnedByTheConfidenceOfThePrediction() {
        EvaluationRecord record = Evaluations.classes(
                new int[] {0, 1, 1, 0},
                new float[] {0.875f, 0.125f},
                new float[] {0.875f, 0.125f},
                new float[] {0.25f, 0.75f},
                new float[] {0.625f, 0.375f});
        Calibration calibration = Calibration.of(record, 4);
        assertArrayEquals(new int[] {0, 0, 2, 2}, calibration.counts(), "0.75 closes the third bin");
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 0.6875, 0.875}, calibration.confidence());
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 1, 0.5}, calibration.accuracy());
        assertEquals((2 * 0.3125 + 2 * 0.375) / 4, calibration.expectedError(), EXACT);
    }

    @Test
    void errorsOfNumbers() {
        Residuals residuals =
                Residuals.of(Evaluations.numbers(new float[] {3, -0.5f, 2, 7}, new float[] {2.5f, 0, 2, 8}), 0);
        assertEquals(0.5, residuals.meanAbsolute(), EXACT);
        assertEquals(Math.sqrt(0.375), residuals.rootMeanSquare(), EXACT);
        assertEquals(0.9486081370449679, residuals.determination(), EXACT, "sklearn's example of r2_score");
        Residuals.Bins bins = residuals.bins(3);
        assertEquals(-0.5, bins.from());
        assertEquals(0.5, bins.width());
        assertArrayEquals(new int[] {1, 1, 2}, bins.counts());
    }

    @Test
    void targetsThatAreAllTheSameLeaveNothingToExplain() {
        assertEquals(1, new Residuals(new float[] {2, 2}, new float[] {2, 2}).determination());
        assertEquals(0, new Residuals(new float[] {1, 3}, new float[] {2, 2}).determination());
        assertArrayEquals(
                new int[] {2, 0},
                new Residuals(new float[] {1, 1}, new float[] {2, 2}).bins(2).counts());
    }
}
