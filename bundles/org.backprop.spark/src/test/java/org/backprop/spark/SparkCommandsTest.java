package org.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.sweep.SweepCommand;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.SweepInfo;
import org.backprop.runlog.sweep.Trial;
import org.backprop.runlog.sweep.TrialState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with {@code --spark}, with executors that are killed. */
class SparkCommandsTest {
    private static final double CLOSE = 1e-4;
    private static final int STEPS = 22;
    private static final String MODEL = """
            backprop: 1
            name: small
            data: {digits: {samples: 400}, split: {train: 0.9, validation: 0.1}}
            network:
              layers:
                - flatten
                - dense: {name: hidden, units: 24, activation: relu}
                - dropout: {name: drop, rate: 0.2}
                - dense: {name: scores, units: 10}
            training: {loss: cross_entropy, optimizer: adam, batch_size: 33, epochs: 2}
            monitor: {activations_every: 5, masks_every: 5}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        SparkHome.install();
        Files.writeString(folder.resolve("small.nn.yaml"), MODEL);
    }

    private RunSnapshot run(String runs) throws IOException {
        return RunReader.read(RunFolder.list(folder.resolve(runs)).getFirst().path());
    }

    private boolean hasSteps(String runs) {
        try {
            return !RunFolder.list(folder.resolve(runs)).isEmpty()
                    && !run(runs).scalar("gradient_norm/hidden").isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTrainingWritesTheRunThatOneMachineWritesAlsoWhenAnExecutorIsKilled() throws Exception {
        CommandLine here = CommandLine.start(folder, "train", "small.nn.yaml", "--runs", "here");
        CommandLine spark = CommandLine.start(
                folder, "train", "small.nn.yaml", "--runs", "there", "--spark", SparkHome.TWO_PROCESSES);
        spark.awaitThat("some steps", () -> hasSteps("there"));
        spark.killAnExecutor();
        assertEquals(0, here.await(), here.printed());
        assertEquals(0, spark.await(), spark.printed());
        assertTrue(spark.printed().contains("was lost"), spark.printed());
        RunSnapshot expected = run("here");
        RunSnapshot found = run("there");
        assertEquals(Outcome.COMPLETED, found.outcome());
        assertEquals(STEPS, found.scalar("gradient_norm/hidden").size());
        assertEquals(
                new TreeSet<>(expected.scalars().keySet()),
                new TreeSet<>(found.scalars().keySet()));
        assertEquals(expected.histograms().keySet(), found.histograms().keySet());
        for (String tag : List.of(
                "loss/train",
                "accuracy/train",
                "loss/validation",
                "gradient_norm/hidden",
                "update_ratio/scores",
                "dropout_kept/drop",
                "activation_mean/hidden",
                "dead/hidden")) {
            assertSame(tag, expected.scalar(tag), found.scalar(tag));
        }
    }

    private static void assertSame(String tag, Series expected, Series found) {
        assertEquals(expected.size(), found.size(), tag);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.value(i), found.value(i), CLOSE, tag + " " + i);
        }
    }

    @Test
    void localSgdRecordsEachStepOfAllWorkersMerged() throws Exception {
        CommandLine local = CommandLine.start(
                folder,
                "train",
                "small.nn.yaml",
                "--runs",
                "local",
                "--set",
                "training.optimizer.adam.learning_rate=0.01",
                "--spark",
                "local[2]",
                "--average-every",
                "4");
        assertEquals(0, local.await(), local.printed());
        RunSnapshot run = run("local");
        assertEquals(Outcome.COMPLETED, run.outcome());
        assertTrue(run.info().orElseThrow().environment().device().endsWith("averaged every 4 steps"));
        for (String tag : List.of("loss/train", "gradient_norm/hidden", "update_ratio/scores", "dropout_kept/drop")) {
            assertEquals(STEPS, run.scalar(tag).size(), tag);
        }
        assertEquals(STEPS / 5, run.scalar("dead/hidden").size());
        assertEquals(2, run.scalar("loss/validation").size());
        Series losses = run.scalar("loss/train");
        assertTrue(losses.value(STEPS - 1) < losses.value(0) - 0.1, "it learns");
        Series kept = run.scalar("dropout_kept/drop");
        for (int i = 0; i < STEPS; i++) {
            assertTrue(Math.abs(kept.value(i) - 0.8) < 0.1, "the shares of both workers");
        }
    }

    @Test
    void averagingNeedsACluster() throws Exception {
        CommandLine refused = CommandLine.start(folder, "train", "small.nn.yaml", "--average-every", "4");
        assertEquals(2, refused.await(), refused.printed());
        assertTrue(refused.printed().contains("--average-every needs --spark"), refused.printed());
    }

    @Test
    void whatCannotBeDistributedIsRefusedBeforeSparkIsAsked() throws Exception {
        CommandLine refused = CommandLine.start(
                folder,
                "train",
                "small.nn.yaml",
                "--set",
                "training.optimizer=sophia",
                "--spark",
                "spark://nowhere.invalid:7077");
        assertEquals(1, refused.await(), refused.printed());
        assertTrue(refused.printed().contains("sophia looks at a batch as often as it needs"), refused.printed());
    }

    private SweepFolder sweep() throws IOException {
        return SweepFolder.list(folder.resolve("runs")).getFirst();
    }

    private Trial trial(int number) {
        try {
            return SweepInfo.read(sweep().infoFile()).trial(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean has(int number, String file) {
        try {
            return !SweepFolder.list(folder.resolve("runs")).isEmpty()
                    && SweepInfo.read(sweep().infoFile()).trials().size() >= number
                    && trial(number).run().isPresent()
                    && Files.exists(sweep().run(trial(number).run().get()).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void trialsRunOnExecutorsGoOnFromTheirCheckpointElsewhereAndObeyTheJournal() throws Exception {
        Files.writeString(
                folder.resolve("small.nn.yaml"),
                "sweep: {vary: {training.optimizer: [adam, sgd]}, parallel: 1}\n",
                StandardOpenOption.APPEND);
        CommandLine spark = CommandLine.start(
                folder, "sweep", "small.nn.yaml", "--epochs", "100000", "--spark", "local-cluster[1,1,1024]");
        String checkpoint = "checkpoints/state.safetensors";
        spark.awaitThat("a checkpoint", () -> has(1, checkpoint));
        spark.killAnExecutor();
        spark.awaitThat("the trial goes on", () -> sessions() > 1);
        new SweepCommand(SweepCommand.Kind.STOP_TRIAL, 1).send(sweep(), "test");
        spark.awaitThat("the second trial", () -> trial(2).state() == TrialState.RUNNING);
        assertEquals(TrialState.STOPPED, trial(1).state());
        RunSnapshot first = RunReader.read(sweep().run(trial(1).run().orElseThrow()));
        assertEquals(Outcome.STOPPED, first.outcome());
        assertEquals(List.of(), first.problems());
        Series epochs = first.scalar("loss/validation");
        for (int i = 1; i < epochs.size(); i++) {
            assertTrue(epochs.step(i) > epochs.step(i - 1), "no epoch is there twice");
            assertTrue(epochs.isReduced() || epochs.step(i) == epochs.step(i - 1) + STEPS / 2, "no epoch is missing");
        }
        new SweepCommand(SweepCommand.Kind.SKIP_TRIAL, 2).send(sweep(), "test");
        assertEquals(0, spark.await(), spark.printed());
        assertEquals(TrialState.SKIPPED, trial(2).state());
    }

    /** How often the first trial has begun to record. */
    private int sessions() {
        try {
            return new RunFolder(sweep().run(trial(1).run().orElseThrow()))
                    .eventFiles()
                    .size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
