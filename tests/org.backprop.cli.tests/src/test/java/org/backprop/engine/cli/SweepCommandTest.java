package org.backprop.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.SweptFrom;
import org.backprop.runlog.sweep.SweepCommand;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.SweepInfo;
import org.backprop.runlog.sweep.Trial;
import org.backprop.runlog.sweep.TrialState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class SweepCommandTest {
    @TempDir
    Path folder;

    private Backprop backprop;

    @BeforeEach
    void start() {
        backprop = new Backprop(folder);
    }

    private void write(String sweep) throws IOException {
        Files.writeString(folder.resolve("tiny.nn.yaml"), TrainingFixture.MODEL + "sweep:\n" + sweep.indent(2));
    }

    private SweepFolder sweep() throws IOException {
        return SweepFolder.list(folder.resolve("runs")).getFirst();
    }

    private SweepInfo info() throws IOException {
        return SweepInfo.read(sweep().infoFile());
    }

    @Test
    void aTrialThatFailsIsARowOfTheTableAndNotTheEnd() throws Exception {
        write("""
                vary: {training.optimizer: [adam, {sgd: {learning_rate: 1.0e+30}}]}
                target: {metric: accuracy/validation, value: 0.05}
                parallel: 2
                """);
        Backprop.Result result = backprop.run("sweep", "tiny.nn.yaml", "--epochs", "2", "--json", "--csv", "table.csv");
        assertEquals(0, result.exitCode(), result.err());
        SweepInfo info = info();
        assertEquals(Outcome.COMPLETED, info.outcome());
        assertEquals(
                List.of(TrialState.COMPLETED, TrialState.FAILED),
                info.trials().stream().map(Trial::state).toList());
        assertTrue(info.trial(2).message().orElseThrow().contains("not finite"), info.trial(2)::toString);

        RunSnapshot run = RunReader.read(sweep().run(info.trial(1).run().orElseThrow()));
        assertEquals(Outcome.COMPLETED, run.outcome());
        assertEquals(2, run.scalar("epoch").size());
        SweptFrom from = run.info().orElseThrow().trial().orElseThrow();
        assertEquals(
                new SweptFrom(sweep().path().getFileName().toString(), 1, Map.of("training.optimizer", "adam")), from);

        JsonObject table = JsonParser.parseString(result.out()).getAsJsonObject();
        JsonObject first = table.getAsJsonArray("trials").get(0).getAsJsonObject();
        assertEquals(7, first.get("seed").getAsInt(), "the seed of the model file");
        assertEquals(1, first.get("epochs_to_target").getAsInt());
        assertTrue(first.get("seconds").getAsDouble() > 0);
        assertEquals(2, table.getAsJsonArray("settings").size());

        List<String> csv = Files.readAllLines(folder.resolve("table.csv"), UTF_8);
        assertEquals(1 + 2 + 2 * 2, csv.size());
        assertTrue(csv.getFirst().startsWith("row,trial,state,training.optimizer,seed,run,epochs,"), csv.getFirst());
        assertTrue(csv.get(1).startsWith("trial,1,COMPLETED,adam,7,"), csv.get(1));
    }

    @Test
    void aStoppedSweepGoesOnWhereItWasAndObeysItsJournal() throws Exception {
        write("vary: {training.batch_size: [32, 64]}");
        Backprop.Running running = backprop.start(Map.of(), "sweep", "tiny.nn.yaml", "--epochs", "2000");
        running.awaitThat("two epochs", () -> checkpoints() == 1);
        new SweepCommand(SweepCommand.Kind.SKIP_TRIAL, 2).send(sweep(), "test");
        running.awaitThat("the second is skipped", () -> state(2) == TrialState.SKIPPED);
        running.process().destroy();
        Backprop.Result stopped = running.await();
        assertEquals(130, stopped.exitCode(), stopped.err());
        assertEquals(Outcome.STOPPED, info().outcome());
        assertEquals(TrialState.INTERRUPTED, state(1));
        String run = info().trial(1).run().orElseThrow();
        assertEquals(Outcome.STOPPED, RunReader.read(sweep().run(run)).outcome());

        Backprop.Running resumed =
                backprop.start(Map.of(), "sweep", "--resume", sweep().path().toString());
        resumed.awaitThat("the first goes on", () -> state(1) == TrialState.RUNNING);
        new SweepCommand(SweepCommand.Kind.STOP_TRIAL, 1).send(sweep(), "test");
        Backprop.Result result = resumed.await();
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(
                List.of(TrialState.STOPPED, TrialState.SKIPPED),
                info().trials().stream().map(Trial::state).toList());
        assertEquals(run, info().trial(1).run().orElseThrow(), "the same run, taken up again");
        assertEquals(1, info().trial(1).resumed().size());
    }

    private int checkpoints() {
        return (int) TrainingFixture.runs(folder).stream()
                .filter(run -> Files.exists(run.resolve("checkpoints/state.safetensors")))
                .count();
    }

    private TrialState state(int trial) {
        try {
            SweepInfo info = info();
            return info.trials().size() < trial
                    ? TrialState.WAITING
                    : info.trial(trial).state();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aValueThatTheModelRefusesEndsTheSweepBeforeTheFirstTrial() throws Exception {
        write("vary: {training.batch_size: [32, 0]}");
        Path runs = folder.resolve("runs");
        int exitCode = Main.commandLine()
                .execute("sweep", folder.resolve("tiny.nn.yaml").toString(), "--runs", runs.toString());
        assertEquals(ExitCode.BAD_INPUT, exitCode);
        assertFalse(Files.exists(runs));
    }
}
