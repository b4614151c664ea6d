package org.backprop.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.backprop.engine.bench.BenchNetwork;
import org.backprop.engine.bench.BenchOptimizer;
import org.backprop.engine.bench.Contestant;
import org.backprop.engine.bench.Measurement;
import org.backprop.engine.bench.Worker;
import org.backprop.engine.bench.Workload;
import org.backprop.engine.bench.WorkloadFolder;
import org.backprop.engine.kernels.Nd4jKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeersTest {
    private static final int BATCH = 8;
    private static final int STEPS = 10;
    private static final int THREADS = 2;

    @ParameterizedTest
    @CsvSource({
        "dl4j, mlp, sgd", "dl4j, mlp, momentum", "dl4j, mlp, adam", "dl4j, cnn, adam",
        "samediff, mlp, sgd", "samediff, mlp, momentum", "samediff, mlp, adam", "samediff, cnn, adam"
    })
    void aPeerDoesTheSameWorkAsOurEngineInEveryRun(String peer, BenchNetwork network, BenchOptimizer optimizer)
            throws Exception {
        Workload workload = new Workload(network, optimizer, BATCH, THREADS);
        try (WorkloadFolder folder = WorkloadFolder.create(workload, STEPS * BATCH);
                Contestant ours = new Worker(folder, new Nd4jKernels(THREADS));
                Contestant other = Main.open(folder, peer, THREADS)) {
            double loss = ours.run(0, STEPS).loss();
            assertEquals(loss, loss(other, 0, STEPS), loss / 1000);
            assertEquals(loss, loss(other, STEPS - 1, 1), loss / 1000);
        }
    }

    private static double loss(Contestant contestant, int warmUp, int steps) throws IOException {
        Measurement measurement = contestant.run(warmUp, steps);
        assertEquals(steps, measurement.steps());
        assertTrue(measurement.seconds() > 0);
        return measurement.loss();
    }
}
