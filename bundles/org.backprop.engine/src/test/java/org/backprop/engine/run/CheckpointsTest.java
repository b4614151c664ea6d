package org.backprop.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.backprop.runlog.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private static final String MODEL = """
            backprop: 1
            data: {csv: none.csv}
            network:
              input: [4]
              layers:
                - residual: {name: block, layers: [{dense: {name: inside, units: 4}}, batch_norm]}
                - dense: {name: inside, units: 2}
            training: {loss: cross_entropy, optimizer: adam, batch_size: 3, epochs: 2, averaging: ema}
            """;

    @TempDir
    Path folder;

    private static Trainer trainer() {
        Model model = ModelReader.read("block.nn.yaml", MODEL).model().orElseThrow();
        Network network = Network.compile(
                model, Shape.of(4), Implementation.all().getFirst().open(), 3);
        float[] features = new float[24];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) Math.sin(i * i);
        }
        int[] labels = {0, 1, 1, 0, 1, 0};
        Dataset data = new Dataset(Shape.of(4), features, labels, null, List.of("a", "b"));
        return new Trainer(network, model.training(), data, Optional.empty());
    }

    @Test
    void theTensorsOfLayersInBlocksAreRestored() throws IOException {
        Trainer first = trainer();
        first.run();
        Checkpoints checkpoints = new Checkpoints(new RunFolder(folder));
        checkpoints.save(first);
        Trainer second = trainer();
        second.restore(checkpoints.load());
        assertSame(first.state().parameters(), second.state().parameters());
        assertSame(first.state().optimizer(), second.state().optimizer());
    }

    private static void assertSame(List<NamedTensor> expected, List<NamedTensor> actual) {
        assertFalse(expected.isEmpty());
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).name(), actual.get(i).name());
            assertArrayEquals(
                    expected.get(i).values(),
                    actual.get(i).values(),
                    expected.get(i).name());
        }
    }
}
