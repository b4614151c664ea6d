package org.backprop.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.backprop.engine.data.Progress;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunLock;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.tensor.BitMask;
import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningRecorderTest {

    private static final int STEPS_PER_EPOCH = 6;
    private static final String MODEL = """
            backprop: 1
            data: {digits: {samples: 300, seed: 3}, split: {train: 192, validation: 10}}
            network:
              layers: [flatten, dense: {name: hidden, units: 4, activation: relu}, dense: {name: scores, units: 10}]
            training:
              loss: cross_entropy
              batch_size: 32
              epochs: 4
              pruning: {sparsity: 0.75, exclude: scores, schedule: {iterative: {fraction: 0.5}}}
            monitor: {saliency_every: 4}
            """;

    @TempDir
    private Path runs;

    private final Kernels kernels = Implementation.all().getLast().open();
    private RunFolder folder;

    private RunSnapshot train(long stopAfter) throws Exception {
        Model model = ModelReader.read("test.nn.yaml", MODEL).model().orElseThrow();
        TrainingTask task = TrainingTask.prepare(model, runs, kernels, Progress.NONE);
        Trainer trainer = task.trainer();
        boolean resumes = folder != null;
        if (resumes) {
            trainer.restore(new Checkpoints(folder).load());
        } else {
            folder = RunFolder.create(runs, "test");
        }
        RunInfo info = RunInfo.starting(
                "test",
                ModelSource.of("test.nn.yaml", MODEL),
                Map.of(),
                5,
                new Environment(Map.of(), "native", "test", 1, List.of()),
                TrainingRun.plan(task, trainer));
        try (TrainingRun run = resumes
                ? TrainingRun.resume(task, trainer, folder, info, RunLock.acquire(folder))
                : TrainingRun.start(task, trainer, folder, info)) {
            run.run(new TrainingListener() {
                @Override
                public void onStep(StepView step) {
                    if (step.step() == stopAfter) {
                        trainer.stop();
                    }
                }
            });
        }
        return RunReader.read(folder.path());
    }

    private static List<Integer> kept(RunSnapshot run) {
        return run.history("mask/hidden.weight").stream()
                .map(mask -> BitMask.of(mask.value()).count())
                .toList();
    }

    @Test
    void recordsEachRemovalTheSparsitiesTheMasksAndTheSaliencies() throws Exception {
        RunSnapshot run = train(Long.MAX_VALUE);
        assertEquals(List.of(), run.problems());
        assertEquals(2, run.scalar("pruning/pruned").size());
        assertEquals(STEPS_PER_EPOCH + 1, run.scalar("pruning/pruned").step(0));
        assertEquals(1568, run.scalar("pruning/pruned").value(0));
        assertEquals(784, run.scalar("pruning/pruned").value(1));
        assertTrue(run.scalar("pruning/threshold").value(0) > 0);
        assertEquals(0, run.scalar("sparsity").value(0));
        assertEquals(0.75, run.scalar("sparsity").lastValue(), 1e-6);
        assertEquals(0.75, run.scalar("sparsity/hidden").lastValue(), 1e-6);
        assertTrue(run.scalar("sparsity/scores").isEmpty());
        assertEquals(List.of(1568, 784), kept(run));
        Recorded<Tensor> first = run.history("mask/hidden.weight").getFirst();
        assertEquals(STEPS_PER_EPOCH + 1, first.step());
        assertEquals(
                List.of(4, 784),
                List.of(
                        BitMask.of(first.value()).shape()[0],
                        BitMask.of(first.value()).shape()[1]));
        assertEquals(
                784, run.histograms().get("saliency/hidden").getLast().value().count());
    }

    @Test
    void aRunThatGoesOnKeepsItsMasks() throws Exception {
        RunSnapshot stopped = train(9);
        assertEquals(List.of(1568), kept(stopped));
        RunSnapshot whole = train(Long.MAX_VALUE);
        assertEquals(784, kept(whole).getLast());
        assertEquals(2, whole.scalar("pruning/pruned").size());
    }
}
