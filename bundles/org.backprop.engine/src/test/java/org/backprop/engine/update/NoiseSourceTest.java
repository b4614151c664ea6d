package org.backprop.engine.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.GradientNoise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseSourceTest {

    private static final int LENGTH = 40_001;
    private static final GradientNoise SPEC = new GradientNoise(0.3, 0.55);

    private static float[] noise(long seed, long update) {
        Kernels kernels = Implementation.all().getFirst().open();
        View gradient = kernels.allocate(LENGTH).view(0, 1, LENGTH);
        new NoiseSource(SPEC, seed, kernels, gradient).add(update);
        return gradient.toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "2, 0.2049", "100, 0.02383"})
    void theNoiseIsNormalWithAVarianceThatFades(long update, double variance) {
        float[] noise = noise(1, update);
        double[] moments = new double[5];
        for (float value : noise) {
            for (int i = 1; i < moments.length; i++) {
                moments[i] += Math.pow(value / Math.sqrt(variance), i) / LENGTH;
            }
        }
        assertEquals(0, moments[1], 0.02);
        assertEquals(1, moments[2], 0.03);
        assertEquals(0, moments[3], 0.06);
        assertEquals(3, moments[4], 0.2);
    }

    @Test
    void theTwoNumbersOfAPairAndThoseOfTwoUpdatesAreIndependent() {
        float[] first = noise(1, 1);
        float[] second = noise(1, 2);
        double pairs = 0;
        double updates = 0;
        for (int i = 0; i + 1 < LENGTH; i += 2) {
            pairs += first[i] * first[i + 1] / 0.3 * 2 / LENGTH;
            updates += first[i] * second[i] / Math.sqrt(0.3 * 0.2049) * 2 / LENGTH;
        }
        assertEquals(0, pairs, 0.03);
        assertEquals(0, updates, 0.03);
    }

    @Test
    void theSameSeedAndUpdateGiveTheSameNoise() {
        assertArrayEquals(noise(5, 7), noise(5, 7));
        assertFalse(Arrays.equals(noise(5, 7), noise(6, 7)));
    }
}
