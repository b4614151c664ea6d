package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.backprop.core.TestProject;
import org.backprop.core.runs.RunService;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.SweepInfo;
import org.backprop.testkit.Conditions;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The installed trainer dies, and the IDE lives on and says why. */
@ExtendWith(LoggedErrors.class)
class TrainerDeathTest {
    private final ServiceCaller<RunService> caller = new ServiceCaller<>(TrainerDeathTest.class, RunService.class);
    private final RunService runs = caller.current().orElseThrow();
    private TestProject project;
    private ILaunchConfigurationWorkingCopy configuration;

    @BeforeEach
    void create() throws CoreException {
        assumeFalse(Platform.OS.isWindows(), "there are no signals");
        project = new TestProject("death");
        project.xor();
        configuration = Configurations.of("/death/xor.nn.yaml");
        configuration.setAttribute(LaunchAttributes.EPOCHS, "1000000");
    }

    @AfterEach
    void delete() throws CoreException, InterruptedException {
        Trainings.cleanUp();
        project.close();
        caller.unget();
    }

    private TrainerProcess launch() throws CoreException {
        return Trainings.process(configuration.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor()));
    }

    private Path launchAndSend(String signal) throws Exception {
        TrainerProcess process = launch();
        Path run = process.run().get(60, TimeUnit.SECONDS);
        Conditions.await(
                "checkpoint", Trainings.TIMEOUT, () -> Files.exists(run.resolve("checkpoints/state.safetensors")));
        kill(signal, RunInfo.read(run.resolve("run.json")).process());
        Trainings.awaitEnd(process);
        return run;
    }

    private static void kill(String signal, org.backprop.runlog.run.TrainerProcess process) throws Exception {
        String pid = Long.toString(process.pid());
        assertEquals(0, new ProcessBuilder("kill", signal, pid).start().waitFor());
    }

    /** The cause in the record; the Runs view may name a crash a moment before, from the log that is moved first. */
    private String awaitFailure(Path run) {
        Conditions.await(
                "the cause in the record", Trainings.TIMEOUT, () -> record(run).outcome() == Outcome.FAILED);
        Conditions.await(
                "the run as failed",
                Trainings.TIMEOUT,
                () -> runs.snapshot()
                        .in(run)
                        .filter(snapshot -> snapshot.outcome() == Outcome.FAILED)
                        .isPresent());
        return record(run).message().orElseThrow();
    }

    private static RunInfo record(Path run) {
        try {
            return RunInfo.read(run.resolve("run.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> crashLogs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("hs_err"))
                    .toList();
        }
    }

    @Test
    void aCrashInNativeCodeIsRecordedWithItsPlaceAndTheRunGoesOnFromItsCheckpoint() throws Exception {
        Path run = launchAndSend("-SEGV");
        String message = awaitFailure(run);
        assertTrue(message.startsWith("The trainer crashed in native code (SIGSEGV"), message);
        assertTrue(message.endsWith("resume the run to go on from there."), message);
        assertEquals(1, crashLogs(run).size());
        assertTrue(message.contains(crashLogs(run).getFirst().toString()), message);
        assertEquals(List.of(), crashLogs(project.folder()));

        configuration.setAttribute(LaunchAttributes.RESUME, run.toString());
        TrainerProcess resumed = launch();
        assertEquals(run, resumed.run().get(60, TimeUnit.SECONDS));
        resumed.terminate();
        Trainings.awaitEnd(resumed);
        assertEquals(130, resumed.getExitValue(), () -> Trainings.output(resumed));
        assertEquals(Outcome.STOPPED, RunInfo.read(run.resolve("run.json")).outcome());
    }

    @Test
    void aSweepWhoseProcessIsKilledIsRecordedWithTheCauseAndItsTrialsStop() throws Exception {
        project.xorSweep();
        configuration = Configurations.ofSweep("/death/race.nn.yaml");
        configuration.setAttribute(LaunchAttributes.EPOCHS, "1000000");
        TrainerProcess process = launch();
        Path sweep = process.run().get(60, TimeUnit.SECONDS);
        Conditions.await(
                "a trial",
                Trainings.TIMEOUT,
                () -> runs.snapshot().runs().stream()
                        .anyMatch(run -> run.outcome() == Outcome.RUNNING && run.epochs() > 0));
        Path trial = runs.snapshot().runs().getFirst().folder();
        kill("-KILL", SweepInfo.read(sweep.resolve(SweepFolder.INFO)).process());
        Trainings.awaitEnd(process);
        Conditions.await(
                "the cause in the record",
                Trainings.TIMEOUT,
                () -> runs.snapshot()
                        .sweepIn(sweep)
                        .filter(read -> read.info().outcome() == Outcome.FAILED)
                        .isPresent());
        String message =
                runs.snapshot().sweepIn(sweep).orElseThrow().info().message().orElseThrow();
        assertTrue(message.startsWith("The trainer was killed, most often by the system"), message);
        assertTrue(message.endsWith("resume the sweep to go on."), message);
        Conditions.await(
                "the end of the trial with a checkpoint",
                Trainings.TIMEOUT,
                () -> runs.snapshot()
                        .in(trial)
                        .filter(run -> run.outcome() == Outcome.STOPPED)
                        .isPresent());
    }

    @Test
    void aKillByTheSystemIsRecordedWithWhatToDo() throws Exception {
        String message = awaitFailure(launchAndSend("-KILL"));
        assertTrue(message.startsWith("The trainer was killed, most often by the system"), message);
        assertTrue(message.contains("Use a smaller batch size"), message);
        assertFalse(message.contains("There is no checkpoint"), message);
    }
}
