package org.backprop.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Progress;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.SampleLosses;
import org.backprop.engine.train.Trainer;
import org.backprop.model.ModelReader;
import org.backprop.runlog.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunTest {

    private static final String MODEL = """
            backprop: 1
            data: {moons: {samples: 120}}
            network: {layers: [{dense: {name: hidden, units: %s, activation: tanh}}, {dense: {name: out, units: 2}}]}
            training: {loss: cross_entropy, optimizer: {adam: 0.05}, epochs: 3, order: %s}
            """;

    private static final String BY_RUN = "{curriculum: {by: run, run: first}}";

    @TempDir
    Path folder;

    private TrainingTask prepare(int units, String order) throws Exception {
        return TrainingTask.prepare(
                ModelReader.read("test.nn.yaml", MODEL.formatted(units, order))
                        .model()
                        .orElseThrow(),
                folder,
                Implementation.ND4J.open(),
                Progress.NONE);
    }

    private TrainingTask trainFirst() throws Exception {
        TrainingTask task = prepare(5, "shuffle");
        Trainer trainer = task.trainer();
        trainer.run();
        RunFolder run = new RunFolder(folder.resolve("first"));
        Files.createDirectories(run.checkpoints());
        new Checkpoints(run).save(trainer);
        return task;
    }

    @Test
    void samplesAreScoredByTheirLossesWithTheWeightsOfTheRun() throws Exception {
        TrainingTask first = trainFirst();
        float[] losses = SampleLosses.of(first.network(), first.splits().train());
        TrainingTask second = prepare(5, BY_RUN);
        assertArrayEquals(losses, second.splits().train().scores());
        TrainingTask untrained = prepare(5, "shuffle");
        for (int i = 0; i < untrained.network().state().size(); i++) {
            assertArrayEquals(
                    untrained.network().state().get(i).values(),
                    second.network().state().get(i).values());
        }
        second.trainer().run();
    }

    @Test
    void aRunThatIsNotThereOrOfAnotherNetworkIsNamed() throws Exception {
        assertMessage("there is no weights file at \"first\"", 5);
        trainFirst();
        assertMessage("hidden.weight", 6);
        Files.writeString(folder.resolve("first/checkpoints/weights.safetensors"), "text");
        assertMessage("\"first\" cannot be read", 5);
    }

    private void assertMessage(String part, int units) {
        String message =
                assertThrows(DataException.class, () -> prepare(units, BY_RUN)).getMessage();
        assertTrue(message.startsWith("training.order.curriculum.run: ") && message.contains(part), message);
    }
}
