package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.backprop.engine.cli.progress.Progress;
import org.backprop.engine.cli.progress.Tick;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.Checkpoints;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.Session;
import org.backprop.engine.run.TrainingRun;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfMemoryTest {

    @TempDir
    Path folder;

    /** Runs out of memory in the second epoch. */
    private static final class Greedy implements Progress {
        private String ended;

        @Override
        public void message(String text) {}

        @Override
        public void tick(Tick tick) {}

        @Override
        public void epoch(Tick tick, Map<String, Double> metrics) {
            if (tick.epoch() == 2) {
                throw new OutOfMemoryError("Java heap space");
            }
        }

        @Override
        public void end(String outcome, String text) {
            ended = outcome;
        }
    }

    @Test
    void memoryThatRunsOutInATrainingIsRecordedWithWhatToDoAndTheLastCheckpoint() throws Exception {
        Path file = TrainingFixture.write(folder);
        Model model = ModelReader.read(file).model().orElseThrow();
        TrainingTask task = TrainingTask.prepare(
                model,
                folder,
                Backends.open(Backends.NATIVE, KernelsChoice.NATIVE, warning -> {}),
                (done, total) -> {});
        Trainer trainer = task.trainer();
        RunInfo info = RunInfo.starting(
                "greedy",
                ModelSource.of(file.toString(), TrainingFixture.MODEL),
                ModelWriter.resolved(model),
                7,
                new Environment(Map.of(), "native", "test", 1, List.of()),
                TrainingRun.plan(task, trainer));
        RunFolder run = RunFolder.create(folder.resolve("runs"), "greedy");
        Greedy progress = new Greedy();

        int exit = TrainCommand.train(
                new Session.Prepared(TrainingRun.start(task, trainer, run, info), task, trainer), progress);

        assertEquals(ExitCode.FAILED, exit);
        assertEquals("FAILED", progress.ended);
        RunSnapshot failed = RunReader.read(run.path());
        assertEquals(Outcome.FAILED, failed.outcome());
        String message = failed.info().orElseThrow().message().orElseThrow();
        assertTrue(message.startsWith("out of memory: Java heap space; use a smaller batch_size"), message);
        assertTrue(message.endsWith("The last checkpoint is " + new Checkpoints(run).stateFile()), message);
        assertEquals(26, new Checkpoints(run).load().step());
    }
}
