package org.backprop.engine.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.run.Checkpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchNetworkTest {

    @ParameterizedTest
    @MethodSource("org.backprop.engine.bench.BenchNetwork#all")
    void theWorkInTheFolderFitsTheNetwork(BenchNetwork network) throws Exception {
        Workload workload = new Workload(network, BenchOptimizer.ADAM, 8, 1);
        try (WorkloadFolder folder = WorkloadFolder.create(workload, 20)) {
            Dataset data = folder.data();
            assertEquals(folder.model().network().input(), data.shape().dims());
            assertEquals(24, data.count(), "whole batches");
            assertEquals(8, folder.model().training().batchSize());
            assertTrue(folder.weightsFile().toFile().length() > 0);
        }
    }

    @Test
    void generatedImagesAreTheSameEachTimeAndDifferByClass() {
        Dataset images = GeneratedImages.generate(20);
        assertArrayEquals(images.features(), GeneratedImages.generate(20).features());
        double same = distance(images, 0, 10);
        double other = distance(images, 0, 11);
        assertTrue(same < other, same + " between images of a class, " + other + " between two of different classes");
    }

    private static double distance(Dataset images, int a, int b) {
        double sum = 0;
        for (int i = 0; i < images.width(); i++) {
            double difference = images.features()[a * images.width() + i] - images.features()[b * images.width() + i];
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void parametersAreNamedAsInPyTorch() throws Exception {
        assertTrue(names(BenchNetwork.RESIDUAL).contains("b_short_norm.running_var"));
        assertTrue(names(BenchNetwork.LSTM).contains("rows.weight_hh_l0"));
    }

    private static Set<String> names(BenchNetwork network) throws Exception {
        Set<String> names = new HashSet<>();
        Workload workload = new Workload(network, BenchOptimizer.SGD, 1, 1);
        try (WorkloadFolder folder = WorkloadFolder.create(workload, 1)) {
            for (NamedTensor tensor : Checkpoints.readWeights(folder.weightsFile())) {
                names.add(tensor.name());
            }
        }
        return names;
    }

    @Test
    void aSampleOfAWorkloadHasTheNetworksInputs() throws DataException {
        assertEquals(784, new Workload(BenchNetwork.LSTM, BenchOptimizer.SGD, 1, 1).inputs());
        assertEquals(3072, BenchNetwork.CNN.samples(1).width());
    }
}
