package org.backprop.engine.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Splits;
import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.network.NetworkMemory;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;

class MemoryEstimateTest {

    private static final long MB = 1_000_000;
    private static final int BATCH = 64;

    private static Dataset samples(int count) {
        return new Dataset(Shape.of(250), new float[250 * count], new int[count], null, List.of("only"));
    }

    private static MemoryEstimate estimate(int slots) {
        Splits splits = new Splits(samples(1000), samples(0), samples(0));
        return MemoryEstimate.of(new NetworkMemory(400 * MB, 0, 640 * MB), slots * 400 * MB, BATCH, splits);
    }

    @Test
    void countsGradientsOptimizerStateActivationsAndData() {
        MemoryEstimate estimate = estimate(2);
        assertEquals(800 * MB, estimate.parameters());
        assertEquals(800 * MB, estimate.optimizer());
        assertEquals(640 * MB, estimate.activations());
        assertEquals(1_004_000, estimate.data());
        assertEquals(2241 * MB + 4000 + estimate.program(), estimate.total());
    }

    @Test
    void aTrainingThatFitsIsNotRefused() {
        assertDoesNotThrow(() -> estimate(0).check(estimate(0).total()));
    }

    @Test
    void aTrainingThatCannotFitIsRefusedWithTheNumbersAndTheLargestBatchThatDoes() {
        MemoryEstimate estimate = estimate(2);
        String message = assertThrows(BackendException.class, () -> estimate.check(estimate.total() - 320 * MB))
                .getMessage();
        assertTrue(message.contains("2.5 GB"), message);
        assertTrue(message.contains("2.2 GB"), message);
        assertTrue(message.contains("activations 0.6 GB at a batch of 64"), message);
        assertTrue(message.contains("a batch of 32 would fit"), message);
    }

    @Test
    void theLargestBatchThatFitsIsKnown() {
        MemoryEstimate estimate = estimate(2);
        assertEquals(32, estimate.largestBatch(estimate.total() - 320 * MB));
        assertEquals(BATCH, estimate.largestBatch(estimate.total()));
        assertEquals(0, estimate.largestBatch(1));
    }

    @Test
    void dataThatDoesNotFitOnTheHeapIsRefusedWithTheNumbers() {
        String message = assertThrows(BackendException.class, () -> estimate(0).checkHeap(1_003_999))
                .getMessage();
        assertTrue(message.contains("takes about 1 MB"), message);
        assertTrue(message.contains("-Xmx"), message);
        assertDoesNotThrow(() -> estimate(0).checkHeap(1_004_000));
    }

    @Test
    void theForecastAgreesWithWhatTheTrainingTakes() throws Exception {
        String text = """
                backprop: 1
                data: {digits: {samples: 60}, split: {train: 40, validation: 20}}
                network: {layers: [flatten, dense: 10]}
                training: {loss: cross_entropy, batch_size: 16, optimizer: sgd}
                """;
        Model model = ModelReader.read("small.nn.yaml", text).model().orElseThrow();
        MemoryEstimate forecast = MemoryForecast.of(model, Path.of("")).orElseThrow();
        TrainingTask task = TrainingTask.prepare(model, Path.of(""), new Nd4jKernels(1), Progress.NONE);
        MemoryEstimate taken = task.memory();
        assertEquals(taken.batch(), forecast.batch());
        assertEquals(taken.data(), forecast.data());
        assertEquals(taken.parameters(), forecast.parameters());
        assertEquals(taken.optimizer(), forecast.optimizer());
        assertEquals(taken.activations(), forecast.activations(), 0.02 * taken.activations());
    }

    @Test
    void whereNoBatchFitsTheNetworkIsToBeMadeSmaller() {
        String message = assertThrows(BackendException.class, () -> estimate(2).check(1000 * MB))
                .getMessage();
        assertTrue(message.contains("no batch size fits"), message);
    }
}
