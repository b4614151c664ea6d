package org.backprop.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class KeptInputsTest {
    private final int[] labels = {0, 0, 0, 0, 1, 1};
    private final int[] predicted = {1, 1, 1, 0, 0, 1};
    private final float[] losses = {3, 5, 4, 0.1f, 2, 0.2f};

    @Test
    void everyWrongCellComesBeforeTheSecondOfAnother() {
        assertArrayEquals(new int[] {1}, KeptInputs.choose(labels, predicted, 2, losses, 1));
        assertArrayEquals(new int[] {1, 4}, KeptInputs.choose(labels, predicted, 2, losses, 2));
        assertArrayEquals(new int[] {1, 2, 4}, KeptInputs.choose(labels, predicted, 2, losses, 3));
    }

    @Test
    void rightPredictionsComeLast() {
        assertArrayEquals(new int[] {0, 1, 2, 4, 5}, KeptInputs.choose(labels, predicted, 2, losses, 5));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, KeptInputs.choose(labels, predicted, 2, losses, 100));
    }

    @Test
    void ofARegressionTheGreatestLossesAreKept() {
        assertArrayEquals(new int[] {1, 2}, KeptInputs.choose(new int[0], new int[0], 0, losses, 2));
    }
}
