package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.random.RandomSequence;
import org.backprop.model.Batching;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardLayoutTest {
    @ParameterizedTest
    @CsvSource({"100, 10, 1", "100, 32, 2", "1001, 64, 5", "37, 37, 3", "50, 8, 4", "1000, 100, 8", "9, 4, 3"})
    void eachPartOfABatchHasSamplesOfItsWorkerAndAnEpochHasEachSampleOnce(int samples, int batch, int workers) {
        Batching batching = new Batching(samples, batch, 0);
        ShardLayout layout = new ShardLayout(batching, workers);
        int[] order = new RandomSequence(3, 7).permutation(samples);
        int[] arranged = layout.arrange(order);
        assertArrayEquals(
                IntStream.range(0, samples).toArray(),
                IntStream.of(arranged).sorted().toArray());
        assertEquals(0, layout.from(0));
        assertEquals(samples, layout.from(workers));
        for (int step = 0; step < batching.stepsPerEpoch(); step++) {
            int[] own = EpochSamples.slice(arranged, batching.from(step), batching.rows(step));
            List<BatchPart> parts = new BatchPart(step, step, 0, 0, own, new double[0], false).split(workers);
            for (int worker = 0; worker < parts.size(); worker++) {
                for (int sample : parts.get(worker).samples()) {
                    assertTrue(
                            sample >= layout.from(worker) && sample < layout.from(worker + 1),
                            "sample " + sample + " in part " + worker + " of step " + step);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"60000, 128, 8", "10000, 100, 3"})
    void shardsAreNearlyOfTheSameSize(int samples, int batch, int workers) {
        ShardLayout layout = new ShardLayout(new Batching(samples, batch, 0), workers);
        for (int worker = 0; worker < workers; worker++) {
            int size = layout.from(worker + 1) - layout.from(worker);
            assertEquals((double) samples / workers, size, 0.13 * samples / workers);
        }
    }
}
