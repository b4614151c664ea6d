package org.backprop.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.backprop.engine.data.Progress;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.DivergedException;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationRecorderTest {

    private static final String MODEL = """
            backprop: 1
            data: {digits: {samples: 200, seed: 3}, split: {train: 192, validation: 8}}
            network:
              layers:
                - flatten
                - dense: {name: rectified, units: 8, activation: relu}
                - dense: {name: squashed, units: 6, activation: tanh}
                - dense: {name: scores, units: 10}
            training: {loss: cross_entropy, batch_size: 32, epochs: 2, optimizer: {sgd: {learning_rate: %s}}}
            monitor: {activations_every: 5}
            """;

    @TempDir
    private Path runs;

    private RunFolder folder;

    private RunSnapshot train(String learningRate) throws Exception {
        String text = MODEL.formatted(learningRate);
        Model model = ModelReader.read("test.nn.yaml", text).model().orElseThrow();
        TrainingTask task =
                TrainingTask.prepare(model, runs, Implementation.all().getLast().open(), Progress.NONE);
        Trainer trainer = task.trainer();
        folder = RunFolder.create(runs, "test");
        RunInfo info = RunInfo.starting(
                "test",
                ModelSource.of("test.nn.yaml", text),
                Map.of(),
                5,
                new Environment(Map.of(), "native", "test", 1, List.of()),
                TrainingRun.plan(task, trainer));
        try (TrainingRun run = TrainingRun.start(task, trainer, folder, info)) {
            run.run(new TrainingListener() {});
        }
        return RunReader.read(folder.path());
    }

    @Test
    void recordsEachLayerAtIntervals() throws Exception {
        RunSnapshot run = train("0.01");
        for (String tag : List.of("activation_mean/", "activation_std/", "activation_zeros/")) {
            for (String layer : List.of("rectified", "squashed", "scores")) {
                assertEquals(2, run.scalar(tag + layer).size(), tag + layer);
                assertEquals(5, run.scalar(tag + layer).step(0));
            }
        }
        assertEquals(2, run.scalar("dead/rectified").size());
        assertEquals(2, run.scalar("saturated/squashed").size());
        assertFalse(run.scalars().containsKey("dead/squashed"));
        assertFalse(run.scalars().containsKey("saturated/rectified"));
        assertTrue(run.scalar("activation_std/squashed").lastValue() > 0);
        assertEquals(
                32 * 6,
                run.histograms().get("activations/squashed").getLast().value().count());
    }

    @Test
    void aTrainingThatDivergesRecordsTheLayerAndTheStep() {
        DivergedException divergence = assertThrows(DivergedException.class, () -> train("3e38"));
        RunSnapshot run = RunReader.read(folder.path());
        assertEquals(
                divergence.step(),
                run.scalar("non_finite/" + divergence.layer()).lastStep());
    }
}
