package org.backprop.runlog.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The expected numbers are those of {@code sklearn.metrics.classification_report}, worked out by hand. */
class ConfusionMatrixTest {
    private static final double EXACT = 1e-12;

    private final ConfusionMatrix matrix =
            ConfusionMatrix.of(new int[] {0, 1, 2, 0, 1, 2, 2, 2, 0, 1}, new int[] {0, 2, 2, 0, 0, 1, 2, 2, 1, 1}, 3);

    @Test
    void rowsAreClassesAndColumnsPredictions() {
        assertEquals(2, matrix.counts()[0][0]);
        assertEquals(1, matrix.counts()[0][1]);
        assertEquals(1, matrix.counts()[1][2]);
        assertEquals(3, matrix.counts()[2][2]);
        assertEquals(10, matrix.total());
        assertEquals(0.6, matrix.accuracy(), EXACT);
        assertEquals(0.75, matrix.share(2, 2), EXACT);
    }

    @Test
    void precisionRecallAndF1OfEachClass() {
        assertScores(2.0 / 3, 2.0 / 3, 2.0 / 3, 3, matrix.scores(0));
        assertScores(1.0 / 3, 1.0 / 3, 1.0 / 3, 3, matrix.scores(1));
        assertScores(0.75, 0.75, 0.75, 4, matrix.scores(2));
    }

    @Test
    void macroAndWeightedAverages() {
        double macro = (2.0 / 3 + 1.0 / 3 + 0.75) / 3;
        assertScores(macro, macro, macro, 10, matrix.macroAverage());
        assertScores(0.6, 0.6, 0.6, 10, matrix.weightedAverage());
    }

    @Test
    void aClassThatIsNeverPredictedHasNoPrecisionAndOneThatNeverOccursDoesNotCount() {
        ConfusionMatrix lopsided = ConfusionMatrix.of(new int[] {0, 0, 1}, new int[] {0, 0, 0}, 3);
        assertScores(0, 0, 0, 1, lopsided.scores(1));
        assertScores(0, 0, 0, 0, lopsided.scores(2));
        assertEquals((2.0 / 3 + 0) / 2, lopsided.macroAverage().precision(), EXACT);
        assertEquals(0.8 / 2, lopsided.macroAverage().f1(), EXACT);
    }

    @Test
    void aMatrixThatIsNotSquareIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(new long[][] {{1, 2}}));
    }

    private static void assertScores(
            double precision, double recall, double f1, long support, ConfusionMatrix.Scores scores) {
        assertEquals(precision, scores.precision(), EXACT);
        assertEquals(recall, scores.recall(), EXACT);
        assertEquals(f1, scores.f1(), EXACT);
        assertEquals(support, scores.support());
    }
}
