package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Recorded;
import org.backprop.views.pruning.Bands;
import org.backprop.views.pruning.WhatIf;
import org.junit.jupiter.api.Test;

class WeightDistributionTest {
    private static final Histogram EVEN = histogram(IntStream.range(0, 1000).mapToDouble(i -> (i + 0.5) / 1000));

    private static Histogram histogram(java.util.stream.DoubleStream values) {
        double[] doubles = values.toArray();
        float[] floats = new float[doubles.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) doubles[i];
        }
        return Histogram.of(floats, 0, floats.length, 100);
    }

    @Test
    void sparsityFollowsTheThresholdFromWhatIsPrunedAlreadyToEverything() {
        WhatIf whatIf = new WhatIf(2000, 1000, EVEN);
        assertEquals(0.5, whatIf.sparsity(0), 1e-9);
        assertEquals(0.625, whatIf.sparsity(0.25), 1e-3);
        assertEquals(1, whatIf.sparsity(1), 1e-9);
        assertEquals(1, whatIf.sparsity(Double.MAX_VALUE), 1e-9);
    }

    @Test
    void aLayerWithoutWeightsHasNoSparsity() {
        WhatIf whatIf = new WhatIf(0, 0, new Histogram(0, 0, 0, 0, 0, new double[0], new double[0]));
        assertEquals(0, whatIf.sparsity(1));
        assertEquals(0, whatIf.kept(1));
    }

    @Test
    void saliencyOfNeuronsCountsTheirWeights() {
        WhatIf whatIf = new WhatIf(50_000, 50_000, EVEN);
        assertEquals(0.25, whatIf.sparsity(0.25), 1e-3);
    }

    private static List<Recorded<Histogram>> history(int size) {
        List<Recorded<Histogram>> history = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            history.add(new Recorded<>(10L * i, 0, EVEN));
        }
        return history;
    }

    @Test
    void bandsAreQuantilesOfEachRecordedHistogram() {
        Bands bands = Bands.of(history(3), 0, Long.MAX_VALUE, 100, false);
        assertArrayEquals(new double[] {0, 10, 20}, bands.steps());
        for (int k = 0; k < Bands.SHARES.size(); k++) {
            assertEquals(Bands.SHARES.get(k), bands.values()[k][1], 2e-3);
        }
    }

    @Test
    void bandsKeepToTheRangeOfStepsAndToThePixels() {
        assertArrayEquals(
                new double[] {10, 20}, Bands.of(history(9), 5, 25, 100, false).steps());
        double[] thinned = Bands.of(history(1000), 0, Long.MAX_VALUE, 5, false).steps();
        assertEquals(5, thinned.length);
        assertEquals(0, thinned[0]);
        assertEquals(9990, thinned[4]);
    }

    @Test
    void logarithmicBandsAreOfMagnitudesWithoutTheZeros() {
        // Buckets as the trainer records them: mirrored, one around 0.
        Histogram mirrored = new Histogram(
                -0.2, 0.2, 110, 0, 1, new double[] {-0.1, -0.01, 0.01, 0.1, 0.2}, new double[] {10, 10, 70, 10, 10});
        Bands bands = Bands.of(List.of(new Recorded<>(1, 0, mirrored)), 0, 9, 100, true);
        assertEquals(0.1, bands.values()[3][0], 1e-9, "half of the 40 magnitudes are below 0.1");
        assertEquals(0.2, bands.values()[6][0], 1e-9);
        assertTrue(bands.values()[0][0] > 0);
        assertEquals(
                0,
                Bands.of(List.of(new Recorded<>(1, 0, mirrored)), 0, 9, 100, false)
                        .values()[3][0],
                1e-3);
    }

    @Test
    void aRunWithoutHistogramsHasNoBands() {
        assertEquals(0, Bands.of(List.of(), 0, 9, 100, true).steps().length);
    }
}
