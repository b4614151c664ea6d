package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.backprop.engine.run.Checkpoints;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the surroundings can do to a training: each has an outcome and a message that says what to do. */
class AdversityTest {
    private static final String FOREVER = "1000000";
    private static final int ABORTED = 128 + 6;

    @TempDir
    Path folder;

    private Backprop backprop;

    @BeforeEach
    void writeModel() throws Exception {
        TrainingFixture.write(folder);
        backprop = new Backprop(folder);
    }

    private Backprop.Running startAndAwaitCheckpoint() throws Exception {
        Backprop.Running running = backprop.start(Map.of(), "train", "tiny.nn.yaml", "--epochs", FOREVER);
        running.awaitThat(
                "a checkpoint",
                () -> TrainingFixture.runs(folder).stream()
                        .anyMatch(run -> Files.exists(new Checkpoints(new RunFolder(run)).stateFile())));
        return running;
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no limit on the size of a file")
    void aDiskThatIsFullEndsTheTrainingWhichGoesOnWhenThereIsSpace() throws Exception {
        assertEquals(0, backprop.run("train", "tiny.nn.yaml", "--epochs", "1").exitCode());
        Path run = TrainingFixture.onlyRun(folder);
        Backprop.Result full = backprop.withFilesOfAtMost(
                200_000,
                "train",
                "--resume",
                run.toString(),
                "--epochs",
                FOREVER,
                "--set",
                "monitor.histograms_every=2");
        assertEquals(ExitCode.FAILED, full.exitCode(), full.err());
        assertTrue(full.err().contains("the run can no longer be recorded, so it has been ended: "), full.err());
        assertTrue(full.err().contains("backprop train --resume " + run), full.err());
        RunSnapshot failed = RunReader.read(run);
        assertEquals(Outcome.FAILED, failed.outcome());
        assertTrue(failed.info().orElseThrow().message().orElseThrow().contains("no longer be recorded"));
        long saved = new Checkpoints(new RunFolder(run)).load().step();
        assertTrue(saved >= 13, "checkpoint at " + saved);

        String epochs = Long.toString(saved / 13 + 1);
        Backprop.Result resumed = backprop.run("train", "--resume", run.toString(), "--epochs", epochs);
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertEquals(Outcome.COMPLETED, RunReader.read(run).outcome());
        assertEquals(saved + 13, RunReader.read(run).scalar("loss/train").size());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void aCrashInNativeCodeIsNamedWithItsLogAndTheTrainingGoesOn() throws Exception {
        Backprop.Running running = startAndAwaitCheckpoint();
        Path run = TrainingFixture.onlyRun(folder);
        long pid = running.process().pid();
        assertEquals(
                0,
                new ProcessBuilder("kill", "-SEGV", Long.toString(pid)).start().waitFor());
        assertEquals(ABORTED, running.await().exitCode());

        String listed = backprop.run("runs").out();
        assertTrue(listed.matches("(?s).*" + run.getFileName() + " +failed .*"), listed);
        String shown = backprop.run("show", run.toString()).out();
        assertTrue(shown.contains("The trainer crashed in native code (SIGSEGV"), shown);
        assertTrue(shown.contains(folder.resolve("hs_err_pid" + pid + ".log").toString()), shown);
        assertTrue(shown.contains("resume the run to go on from there"), shown);

        long saved = new Checkpoints(new RunFolder(run)).load().step();
        Backprop.Result resumed =
                backprop.run("train", "--resume", run.toString(), "--epochs", Long.toString(saved / 13 + 1));
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(resumed.err().contains("goes on after a crash: The trainer crashed in native code"), resumed.err());
        assertEquals(Outcome.COMPLETED, RunReader.read(run).outcome());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "does not let go of files in use")
    void aRunFolderThatIsTakenAwayEndsTheTrainingAndIsNotMadeAnew() throws Exception {
        Backprop.Running running = startAndAwaitCheckpoint();
        Path run = TrainingFixture.onlyRun(folder);
        Files.move(run, folder.resolve("elsewhere"));
        Backprop.Result result = running.await();
        assertEquals(ExitCode.FAILED, result.exitCode(), result.err());
        assertTrue(result.err().contains("the folder of the run was deleted or moved"), result.err());
        assertFalse(Files.exists(run));
        Backprop.Result resumed =
                backprop.run("train", "--resume", folder.resolve("elsewhere").toString(), "--epochs", "1");
        assertEquals(0, resumed.exitCode(), resumed.err());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedBeforeAnythingIsTrained() throws Exception {
        Path runs = Path.of("/sys/backprop-runs"); // not even the administrator can write there
        assumeTrue(Files.isDirectory(runs.getParent()), "needs Linux");
        Backprop.Result result = backprop.run("train", "tiny.nn.yaml", "--runs", runs.toString());
        assertEquals(ExitCode.BAD_INPUT, result.exitCode(), result.err());
        assertTrue(result.err().contains(runs.toString()), result.err());
        assertFalse(result.err().contains("internal error"), result.err());
        assertFalse(result.out().contains("epoch"), result.out());
    }

    @Test
    void aSecondTrainerIsKeptOutOfARunAndTheFirstGoesOn() throws Exception {
        Backprop.Running running = startAndAwaitCheckpoint();
        Path run = TrainingFixture.onlyRun(folder);
        Backprop.Result second = backprop.run("train", "--resume", run.toString());
        assertEquals(ExitCode.BAD_INPUT, second.exitCode(), second.err());
        assertTrue(
                second.err()
                        .contains("another trainer is at work on this run (process "
                                + running.process().pid()),
                second.err());
        assertTrue(running.process().isAlive());
        running.process().destroy();
        assertEquals(ExitCode.STOPPED, running.await().exitCode());
        assertEquals(Outcome.STOPPED, RunReader.read(run).outcome());
    }
}
