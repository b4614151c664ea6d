package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.backprop.engine.run.Checkpoints;
import org.backprop.runlog.events.LogProblem;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainers that are killed, as by {@code kill -9}: nothing is lost but what came after the last checkpoint. */
class KilledTrainingTest {
    private static final int STEPS_PER_EPOCH = 13;
    private static final String FOREVER = "1000000";

    /** Some seconds of training; schedules depend on their number. */
    private static final String EPOCHS = "60";

    private static final int KILLED = 137;

    /** How often the same training is killed; a profile of Maven sets it higher. */
    private static final int KILLS = Integer.getInteger("backprop.kills", 8);

    private static final int MOST_MILLIS = 1500;

    @TempDir
    Path folder;

    private Backprop backprop;

    @BeforeEach
    void writeModel() throws Exception {
        TrainingFixture.write(folder);
        backprop = new Backprop(folder);
    }

    @Test
    void aTrainingKilledAtAnyMomentAlwaysOpensAndEndsAsOneThatWasNot() throws Exception {
        Random random = new Random();
        KillTally tally = new KillTally();
        killAfterCheckpoint(FOREVER, List.of());
        Path run = TrainingFixture.onlyRun(folder);
        long saved = assertNothingIsLost(run, 0);
        tally.add(run, true);
        for (int kill = 1; kill < KILLS; kill++) {
            Backprop.Running running =
                    backprop.start(Map.of(), "train", "--resume", run.toString(), "--epochs", FOREVER);
            switch (kill % 3) {
                case 0 -> pause(running, random); // at any moment of the start
                case 1 -> {
                    running.awaitThat("the trainer is at work", () -> isTrainedBy(running.process(), run));
                    pause(running, random);
                }
                default -> running.awaitThat("a write of a checkpoint", () -> tally.isInCheckpoint(run));
            }
            running.process().destroyForcibly().waitFor();
            saved = assertNothingIsLost(run, saved);
            tally.add(run, isTrainedBy(running.process(), run));
        }
        System.out.println(tally);
        assertEndsLikeOneThatWasNotKilled(run, Long.toString(saved / STEPS_PER_EPOCH + 2), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.augmentation=[{rotate: 10}, {crop: 2}, mixup] training.optimizer=radam"
                        + " training.schedule={one_cycle: {max_lr: 0.01}}",
                "training.optimizer={sgd: {momentum: 0.9}} training.order={curriculum: {pacing: root, epochs: 40}}"
                        + " training.averaging=ema training.clipping={global_norm: 1}",
                "training.optimizer=lbfgs training.batch_size=full",
                "training.optimizer=muon training.accumulate=3 training.gradient_noise={eta: 0.01}"
                        + " training.pruning={sparsity: 0.5, schedule: {cubic: {end: 60, every: 2, by: step}}}",
                "training.optimizer={multi_batch_lbfgs: {}} training.order=weighted",
            })
    void aKilledTrainingOfAnyKindGoesOnBitForBit(String settings) throws Exception {
        List<String> overrides = new ArrayList<>();
        for (String setting : settings.split(" (?=[a-z]+\\.[a-z_]+=)")) {
            overrides.addAll(List.of("--set", setting));
        }
        killAfterCheckpoint(EPOCHS, overrides);
        Path run = TrainingFixture.onlyRun(folder);
        assertNothingIsLost(run, 0);
        assertEndsLikeOneThatWasNotKilled(run, EPOCHS, overrides);
    }

    private static void pause(Backprop.Running running, Random random) throws InterruptedException {
        assertTrue(
                !running.process().waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS),
                () -> "ended by itself: " + running);
    }

    private void killAfterCheckpoint(String epochs, List<String> overrides) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("train", "tiny.nn.yaml", "--epochs", epochs));
        arguments.addAll(overrides);
        Backprop.Running running = backprop.start(Map.of(), arguments.toArray(String[]::new));
        running.awaitThat(
                "a checkpoint", () -> TrainingFixture.runs(folder).stream().anyMatch(run -> Files.exists(state(run))));
        assertEquals(KILLED, running.process().destroyForcibly().waitFor());
    }

    private static boolean isTrainedBy(Process process, Path run) {
        return RunReader.read(run)
                .info()
                .filter(info -> info.process().pid() == process.pid())
                .isPresent();
    }

    /** The step of the last checkpoint. */
    private static long assertNothingIsLost(Path run, long before) throws Exception {
        RunSnapshot snapshot = RunReader.read(run);
        assertTrue(snapshot.info().isPresent());
        for (LogProblem problem : snapshot.problems()) {
            assertTrue(problem.message().contains("torn"), problem::format);
        }
        long saved = new Checkpoints(new RunFolder(run)).load().step();
        assertTrue(saved >= before, saved + " after " + before);
        assertTrue(snapshot.lastStep().orElseThrow() >= saved, snapshot.lastStep() + " of " + saved);
        return saved;
    }

    private void assertEndsLikeOneThatWasNotKilled(Path run, String epochs, List<String> overrides) throws Exception {
        Backprop.Result resumed = backprop.run("train", "--resume", run.toString(), "--epochs", epochs);
        assertEquals(0, resumed.exitCode(), resumed.err());
        List<String> arguments =
                new ArrayList<>(List.of("train", "tiny.nn.yaml", "--epochs", epochs, "--runs", "straight"));
        arguments.addAll(overrides);
        Backprop.Result trained = backprop.run(arguments.toArray(String[]::new));
        assertEquals(0, trained.exitCode(), trained.err());
        Path straight = RunFolder.list(folder.resolve("straight")).getFirst().path();
        assertEquals(-1, Files.mismatch(state(straight), state(run)), "the states differ");
        assertArrayEquals(losses(straight), losses(run));
    }

    private static Path state(Path run) {
        return new Checkpoints(new RunFolder(run)).stateFile();
    }

    private static float[] losses(Path run) {
        Series series = RunReader.read(run).scalar("loss/train");
        float[] values = new float[series.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = series.value(i));
        return values;
    }
}
