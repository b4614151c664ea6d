package org.backprop.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;

import org.backprop.model.SearchSpec;
import org.backprop.model.SuccessiveHalving;
import org.backprop.model.SweepSection;
import org.backprop.model.TpeSearch;
import org.backprop.model.Variation;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.sweep.Goal;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.SweepInfo;
import org.backprop.runlog.sweep.SweepPlan;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.Trial;
import org.backprop.runlog.sweep.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose trials end at once: the validation loss of a trial is the value that varies, divided by its epochs. */
class SweepRunTest {
    private static final String PATH = "training.batch_size";
    private static final int EPOCHS = 9;
    private static final ModelSource MODEL = ModelSource.of("m.nn.yaml", "backprop: 1\n");

    @TempDir
    Path runs;

    private final List<String> started = new ArrayList<>();
    private int failing;

    /** A process that has ended. */
    private static final class Ended extends Process {
        private final int code;

        Ended(int code) {
            this.code = code;
        }

        @Override
        public long pid() {
            return Long.MAX_VALUE;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return code;
        }

        @Override
        public int exitValue() {
            return code;
        }

        @Override
        public void destroy() {}

        @Override
        public CompletableFuture<Process> onExit() {
            return CompletableFuture.completedFuture(this);
        }
    }

    private Process train(SweepFolder sweep, Trial trial, Path output) throws IOException {
        started.add(trial.number() + " until " + trial.epochs());
        if (trial.number() == failing) {
            Files.writeString(output, "backprop: it broke\n");
            return new Ended(3);
        }
        RunFolder folder = new RunFolder(sweep.run(trial.run().orElseThrow()));
        RunInfo info = RunInfo.starting(
                "m",
                MODEL,
                Map.of(),
                1,
                new Environment(Map.of(), "native", "cpu", 1, List.of()),
                new Plan(EPOCHS, 1, 1));
        try (RunWriter writer = RunWriter.create(folder, info)) {
            writer.scalar(
                    "loss/validation",
                    trial.epochs(),
                    Double.parseDouble(trial.settings().get(PATH)) / trial.epochs());
            writer.finish(Outcome.COMPLETED, Optional.empty());
        }
        Files.createDirectories(folder.checkpoints());
        Files.writeString(folder.checkpoints().resolve("state.safetensors"), "");
        return new Ended(0);
    }

    private SweepSnapshot sweep(SearchSpec spec, List<String> values, List<Long> seeds) throws Exception {
        SequencedMap<String, Variation> vary = new LinkedHashMap<>();
        vary.put(PATH, new Variation(values, Optional.empty()));
        SweepSection section = new SweepSection(spec, seeds, vary, "loss/validation", Optional.empty(), 1);
        SweepPlan plan = new SweepPlan(
                MODEL,
                Map.of(),
                Optional.empty(),
                Map.of(),
                "any",
                List.of(PATH),
                new Goal("loss/validation", false),
                Optional.empty(),
                0,
                1);
        return new SweepRun(
                        SweepFolder.create(runs, "m"),
                        SweepInfo.starting("m", plan),
                        Search.of(section, EPOCHS),
                        seeds,
                        this::train,
                        snapshot -> {})
                .run();
    }

    @Test
    void successiveHalvingTakesTheBestTrialsUpAgainInTheirRuns() throws Exception {
        SweepSnapshot end = sweep(new SuccessiveHalving(0, 3, 1, 1), List.of("30", "20", "40"), List.of(1L, 2L));
        assertEquals(
                List.of(
                        "1 until 1",
                        "2 until 1",
                        "3 until 1",
                        "4 until 1",
                        "5 until 1",
                        "6 until 1",
                        "3 until 3",
                        "4 until 3",
                        "3 until 9",
                        "4 until 9"),
                started);
        assertEquals(Outcome.COMPLETED, end.outcome());
        assertEquals(6, end.rows().size());
        Trial best = end.info().trial(3);
        assertEquals(9, best.epochs());
        assertEquals(2, best.resumed().size());
        assertEquals(Map.of(PATH, "20"), end.groups().getFirst().settings());
        try (var folders = Files.list(runs)) {
            assertEquals(1 + 6, folders.count(), "one run for each trial, beside the sweep's folder");
        }
    }

    @Test
    void aTrialThatFailsLosesAndLeavesNoEmptyRun() throws Exception {
        failing = 2;
        SweepSnapshot end = sweep(new SuccessiveHalving(0, 2, 3, 1), List.of("30", "20", "40"), List.of(1L));
        assertEquals(List.of("1 until 3", "2 until 3", "3 until 3", "1 until 6", "1 until 9"), started);
        assertEquals(TrialState.FAILED, end.info().trial(2).state());
        assertEquals(Optional.of("it broke"), end.info().trial(2).message());
        assertEquals(Optional.empty(), end.info().trial(2).run());
        assertEquals(Outcome.COMPLETED, end.outcome());
    }

    @Test
    void theParzenEstimatorGetsTheResultsOfEarlierRounds() throws Exception {
        List<String> values = List.of("1", "200", "300", "400", "500", "600");
        SweepSnapshot end = sweep(new TpeSearch(5, 2, 0.5, 24, 1), values, List.of(1L));
        assertEquals(5, end.rows().size());
        assertEquals(
                5, end.info().trials().stream().map(Trial::settings).distinct().count());
        assertTrue(started.stream().allMatch(trial -> trial.endsWith("until " + EPOCHS)), started::toString);
    }
}
