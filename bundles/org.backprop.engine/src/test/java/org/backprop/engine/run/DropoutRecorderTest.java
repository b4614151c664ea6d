package org.backprop.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.backprop.engine.data.Progress;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.layers.MaskReplay;
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
import org.backprop.runlog.series.Series;
import org.backprop.runlog.tensor.BitMask;
import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropoutRecorderTest {

    private static final int STEPS = 12;
    private static final String MODEL = """
            backprop: 1
            data: {digits: {samples: 300, seed: 3}, split: {train: 192, validation: 10}}
            network:
              input: [1, 28, 28]
              layers:
                - conv2d: {name: conv, filters: 3, kernel: 9, stride: 9}
                - spatial_dropout: {name: channels, rate: 0.3}
                - flatten
                - residual:
                    name: block
                    layers: [dense: {name: inner, units: 27}, stochastic_depth: {name: gate, survival: 0.6}]
                - dropout: {name: drop, rate: 0.4}
                - dense: 10
            training: {loss: cross_entropy, batch_size: 32, epochs: 2, seed: 5}
            monitor: {masks_every: 3, mask_samples: 2}
            """;

    @TempDir
    private Path runs;

    private final Kernels kernels = Implementation.all().getLast().open();
    private RunFolder folder;

    private TrainingTask task() throws Exception {
        Model model = ModelReader.read("test.nn.yaml", MODEL).model().orElseThrow();
        return TrainingTask.prepare(model, runs, kernels, Progress.NONE);
    }

    private static RunInfo info(TrainingTask task, Trainer trainer) {
        return RunInfo.starting(
                "test",
                ModelSource.of("test.nn.yaml", MODEL),
                Map.of(),
                5,
                new Environment(Map.of(), "native", "test", 1, List.of()),
                TrainingRun.plan(task, trainer));
    }

    /** Trains to the end, or until a step. */
    private RunSnapshot train(long stopAfter) throws Exception {
        return train(stopAfter, 0);
    }

    /** The same with the masks of the step {@code frozen} from then on. */
    private RunSnapshot train(long stopAfter, long frozen) throws Exception {
        TrainingTask task = task();
        Trainer trainer = task.trainer();
        boolean resumes = folder != null;
        if (resumes) {
            trainer.restore(new Checkpoints(folder).load());
        } else {
            folder = RunFolder.create(runs, "test");
        }
        RunInfo info = info(task, trainer);
        try (TrainingRun run = resumes
                ? TrainingRun.resume(task, trainer, folder, info, RunLock.acquire(folder))
                : TrainingRun.start(task, trainer, folder, info)) {
            run.run(new TrainingListener() {
                @Override
                public void onStep(StepView step) {
                    if (step.step() == 2) {
                        trainer.network().setDropoutRate("drop", 0.8);
                    }
                    if (step.step() == frozen) {
                        trainer.freezeDropout(frozen);
                    }
                    if (step.step() == stopAfter) {
                        trainer.stop();
                    }
                }
            });
        }
        return RunReader.read(folder.path());
    }

    @Test
    void recordsWhatEachLayerKeepsAtEachStepAndItsMasksNowAndThen() throws Exception {
        RunSnapshot run = train(STEPS);
        assertEquals(List.of(), run.problems());
        Map<String, MaskReplay> replays = Map.of(
                "drop", new MaskReplay(5, 6, 27, true),
                "channels", new MaskReplay(5, 1, 3, true),
                "block/gate", new MaskReplay(5, 4, 1, true));
        for (String layer : replays.keySet()) {
            double rate = layer.equals("drop") ? 0.8 : layer.equals("channels") ? 0.3 : 0.4;
            MaskReplay replay = replays.get(layer);
            Series kept = run.scalar("dropout_kept/" + layer);
            assertEquals(STEPS, kept.size());
            BitMask last = replay.mask(STEPS, rate, 32);
            assertEquals((double) last.count() / last.elements(), kept.lastValue(), 1e-6, layer);
            List<Recorded<Tensor>> masks = run.history("dropout_mask/" + layer);
            assertEquals(
                    List.of(3L, 6L, 9L, 12L), masks.stream().map(Recorded::step).toList());
            for (Recorded<Tensor> mask : masks) {
                assertEquals(replay.mask(mask.step(), rate, 2), BitMask.of(mask.value()), layer);
            }
        }
        Series rates = run.scalar("dropout_rate/drop");
        assertEquals(2, rates.size());
        assertEquals(0.4f, rates.value(0));
        assertEquals(3, rates.step(1));
        assertEquals(0.8f, rates.value(1));
        assertEquals(1, run.scalar("dropout_rate/block/gate").size());
    }

    @Test
    void countsGoOnWhereARunIsResumed() throws Exception {
        RunSnapshot stopped = train(7);
        assertCounts(stopped, List.of(3L, 6L));
        assertCounts(train(STEPS), List.of(3L, 6L, 9L, 12L));
    }

    @Test
    void aFrozenMaskCountsOnce() throws Exception {
        RunSnapshot run = train(STEPS, 3);
        List<Recorded<Tensor>> masks = run.history("dropout_mask/drop");
        assertEquals(4, masks.size());
        for (Recorded<Tensor> mask : masks) {
            assertEquals(masks.getFirst().value(), mask.value());
        }
        assertEquals(2, run.tensors().get("dropout_counts/drop").value().toLongs()[27]);
    }

    private static void assertCounts(RunSnapshot run, List<Long> steps) {
        long[] expected = new long[2 * 27];
        for (Recorded<Tensor> mask : run.history("dropout_mask/drop")) {
            BitMask bits = BitMask.of(mask.value());
            for (int i = 0; i < bits.elements(); i++) {
                expected[i % 27] += bits.get(i) ? 1 : 0;
                expected[27 + i % 27]++;
            }
        }
        assertEquals(2L * steps.size(), expected[27]);
        assertArrayEquals(
                expected, run.tensors().get("dropout_counts/drop").value().toLongs());
    }

    @Test
    void theCostOfWatchingIsRecordedWithEachEpoch() throws Exception {
        Series cost = train(STEPS).scalar("watching/cost");
        assertEquals(List.of(6L, 12L), List.of(cost.step(0), cost.step(1)));
        assertTrue(cost.value(0) > 0 && cost.value(1) < 1, () -> cost.value(0) + ", " + cost.value(1));
        assertFalse(Float.isNaN(cost.value(1)));
    }
}
