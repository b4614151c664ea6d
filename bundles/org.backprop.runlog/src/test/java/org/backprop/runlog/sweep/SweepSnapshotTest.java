package org.backprop.runlog.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.run.TrainerDeath;
import org.backprop.runlog.run.TrainerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepSnapshotTest {
    private static final String PATH = "training.optimizer";
    private static final ModelSource MODEL = ModelSource.of("race.nn.yaml", "backprop: 1\n");

    @TempDir
    Path runs;

    private static SweepPlan plan() {
        return new SweepPlan(
                MODEL,
                Map.of("training.epochs", "2"),
                Optional.empty(),
                Map.of("backend", "native"),
                "grid",
                List.of(PATH),
                new Goal("accuracy/validation", true),
                Optional.of(new Target(new Goal("accuracy/validation", true), 0.7)),
                4,
                2);
    }

    /** Two epochs of two steps with losses of {@code scale} times 4, 3, 2, 1 and accuracies of {@code first} and 0.8. */
    private String record(double scale, double first) throws IOException {
        RunInfo info = RunInfo.starting(
                "race",
                MODEL,
                Map.of(),
                1,
                new Environment(Map.of(), "native", "cpu", 1, List.of()),
                new Plan(2, 2, 9));
        RunWriter writer = RunWriter.create(RunFolder.create(runs, "race"), info);
        for (int step = 1; step <= 4; step++) {
            writer.scalar("loss/train", step, scale * (5 - step));
        }
        writer.scalar("accuracy/validation", 2, first);
        writer.scalar("accuracy/validation", 4, 0.8);
        writer.scalar("loss/validation", 4, scale);
        writer.scalar("epoch", 2, 1);
        writer.scalar("epoch", 4, 2);
        writer.finish(Outcome.COMPLETED, Optional.empty());
        return writer.folder().name();
    }

    private static Trial trial(int number, String optimizer, long seed, TrialState state, String run) {
        return new Trial(
                number, Map.of(PATH, optimizer), seed, 2, state, Optional.ofNullable(run), Optional.empty(), List.of());
    }

    private SweepInfo sweep() throws IOException {
        return SweepInfo.starting("race", plan())
                .with(trial(1, "sgd", 1, TrialState.COMPLETED, record(1, 0.5)))
                .with(trial(2, "sgd", 2, TrialState.COMPLETED, record(3, 0.7)))
                .with(trial(3, "{adam: {beta1: 0.8, beta2: 0.9}}", 1, TrialState.WAITING, null));
    }

    private SweepSnapshot snapshot(SweepInfo info) throws IOException {
        SweepFolder folder = SweepFolder.create(runs, "race");
        return new SweepReading().snapshot(folder.path(), info, run -> Optional.of(RunReader.read(run)));
    }

    @Test
    void aSweepReadsAsItWasWritten() throws IOException {
        SweepFolder folder = SweepFolder.create(runs, "race");
        Map<String, String> ordered = new LinkedHashMap<>();
        ordered.put("b", "1");
        ordered.put("a", "2");
        Trial taken = Trial.waiting(4, ordered, 7, 3).begun("run-4").resumed(Instant.parse("2030-01-31T12:00:00Z"));
        SweepInfo info = sweep().with(taken).with(taken.in(TrialState.FAILED, Optional.of("why")));
        info.write(folder.infoFile());
        assertEquals(info, SweepInfo.read(folder.infoFile()));
        assertEquals(
                List.of("b", "a"),
                List.copyOf(
                        SweepInfo.read(folder.infoFile()).trial(4).settings().keySet()));
        assertEquals(List.of(folder), SweepFolder.list(runs));
    }

    @Test
    void aSweepWhoseProcessCrashedHasFailedWithItsCause() throws IOException {
        SweepFolder folder = SweepFolder.create(runs, "race");
        SweepInfo info = sweep();
        TrainerProcess gone = new TrainerProcess(
                4_000_000_017L, info.process().started(), info.process().host());
        new SweepInfo(
                        info.name(),
                        info.plan(),
                        gone,
                        info.start(),
                        info.end(),
                        info.outcome(),
                        info.message(),
                        info.trials())
                .write(folder.infoFile());
        SweepTail tail = new SweepTail(folder.path());
        tail.poll();
        assertEquals(Outcome.INTERRUPTED, snapshot(tail.info().orElseThrow()).outcome());

        Files.writeString(runs.resolve("hs_err_pid4000000017.log"), "#\n#  SIGSEGV (0xb) at pc=0x17\n#\n");
        SweepTail after = new SweepTail(folder.path());
        after.poll();
        SweepInfo crashed = after.info().orElseThrow();
        assertEquals(Outcome.FAILED, snapshot(crashed).outcome());
        String message = crashed.message().orElseThrow();
        assertTrue(message.startsWith("The trainer crashed in native code (SIGSEGV (0xb))"), message);
        assertTrue(message.endsWith("resume the sweep to go on."), message);

        assertTrue(SweepDeath.record(new TrainerDeath(gone.pid(), 134, false), folder));
        SweepInfo recorded = SweepInfo.read(folder.infoFile());
        assertEquals(Outcome.FAILED, recorded.outcome());
        assertTrue(Files.exists(folder.path().resolve("hs_err_pid4000000017.log")));
        assertEquals(Outcome.RUNNING, recorded.resumed(1).outcome());
        assertEquals(Optional.empty(), recorded.resumed(1).message());
    }

    @Test
    void aRecordThatPointsOutOfTheRunsFolderIsRefused() throws IOException {
        SweepFolder folder = SweepFolder.create(runs, "race");
        sweep().with(trial(4, "sgd", 3, TrialState.COMPLETED, "../elsewhere")).write(folder.infoFile());
        IOException refused = assertThrows(IOException.class, () -> SweepInfo.read(folder.infoFile()));
        assertTrue(refused.getMessage().contains("\"run\""), refused.getMessage());
        Files.writeString(folder.infoFile(), "{\"format\": 1}");
        assertThrows(IOException.class, () -> SweepInfo.read(folder.infoFile()));
    }

    @Test
    void aTrialShowsWhatItsRunHasReached() throws IOException {
        List<TrialRow> rows = snapshot(sweep()).rows();
        TrialFigures first = rows.getFirst().figures();
        assertEquals(2, first.epochs());
        assertEquals(1.5, first.trainLoss().orElseThrow(), 1e-6, "mean of the last epoch");
        assertEquals(1, first.validationLoss().orElseThrow(), 1e-6);
        assertEquals(0.8, first.accuracy().orElseThrow(), 1e-6);
        assertEquals(0.8, first.objective().orElseThrow(), 1e-6);
        assertEquals(OptionalInt.of(2), first.epochsToTarget());
        assertEquals(OptionalInt.of(1), rows.get(1).figures().epochsToTarget(), "0.7, which was recorded as a float");
        assertEquals(TrialFigures.NONE, rows.get(2).figures());
    }

    @Test
    void aSettingHasMeanAndDeviationOverItsSeeds() throws IOException {
        List<TrialGroup> groups = snapshot(sweep()).groups();
        assertEquals(2, groups.size());
        TrialGroup sgd = groups.getFirst();
        assertEquals(2, sgd.ended());
        assertEquals(2, sgd.validationLoss().mean(), 1e-6);
        assertEquals(Math.sqrt(2), sgd.validationLoss().deviation(), 1e-6);
        assertEquals(0, groups.getLast().ended());
        assertTrue(Double.isNaN(groups.getLast().objective().mean()));
    }

    @Test
    void theTimeOfATrialLeavesOutItsHalts() throws IOException {
        String run = record(1, 0.5);
        Instant now = Instant.now();
        RunInfo info = RunInfo.read(new RunFolder(runs.resolve(run)).infoFile());
        double start = info.start().toEpochMilli() / 1000.0;
        TrialClock clock = TrialClock.of(RunReader.read(runs.resolve(run)), List.of(now.plusSeconds(60)));
        assertEquals(5, clock.at(start + 5), 1e-6, "no step after the halt yet");
    }

    @Test
    void aTrialWhoseSweepIsGoneIsInterrupted() throws IOException {
        SweepInfo running = SweepInfo.starting("race", plan()).with(trial(1, "sgd", 1, TrialState.RUNNING, null));
        TrainerProcess gone = new TrainerProcess(
                ProcessHandle.current().pid(),
                Instant.EPOCH,
                TrainerProcess.current().host());
        SweepInfo orphan = new SweepInfo(
                "race",
                plan(),
                gone,
                running.start(),
                Optional.empty(),
                Outcome.RUNNING,
                Optional.empty(),
                running.trials());
        assertEquals(Outcome.INTERRUPTED, snapshot(orphan).outcome());
        assertEquals(TrialState.INTERRUPTED, snapshot(orphan).rows().getFirst().state());
        assertEquals(TrialState.RUNNING, snapshot(running).rows().getFirst().state());
        assertEquals(TrialState.INTERRUPTED, orphan.resumed(1).trial(1).state());
    }

    @Test
    void cellsWithCommasAndQuotesAreQuotedInTheTable() throws IOException {
        String csv = SweepCsv.of(snapshot(sweep().with(
                        trial(4, "a", 1, TrialState.RUNNING, null).in(TrialState.FAILED, Optional.of("a \"b\"\n")))));
        List<String> lines = List.of(csv.split("\r\n"));
        assertEquals(
                "row,trial,state,training.optimizer,seed,run,epochs,seconds,epochs_to_target,best_train_loss,"
                        + "best_validation_loss,final_accuracy,objective,message",
                lines.getFirst());
        assertEquals("trial,3,WAITING,\"{adam: {beta1: 0.8, beta2: 0.9}}\",1,,0,,,,,,,", lines.get(3));
        assertTrue(lines.get(4).endsWith(",\"a \"\"b\"\"\n\""), lines.get(4));
        assertTrue(csv.contains("\r\nmean,,2 of 2,sgd,"), csv);
    }

    @Test
    void aSettingIsShortForPeople() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("training.optimizer", "{sgd: {momentum: 0.9}}");
        assertEquals("sgd (momentum: 0.9)", SettingText.of(settings));
        settings.put("training.batch_size", "32");
        assertEquals("optimizer=sgd (momentum: 0.9), batch_size=32", SettingText.of(settings));
    }
}
