package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.backprop.core.TestProject;
import org.backprop.core.runs.RunService;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
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
        long pid = RunInfo.read(run.resolve("run.json")).process().pid();
        assertEquals(
                0,
                new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor());
        Trainings.awaitEnd(process);
        return run;
    }

    private String awaitFailure(Path run) {
        Conditions.await(
                "the cause in the record",
                Trainings.TIMEOUT,
                () -> runs.snapshot()
                        .in(run)
                        .filter(snapshot -> snapshot.outcome() == Outcome.FAILED)
                        .isPresent());
        RunSnapshot failed = runs.snapshot().in(run).orElseThrow();
        return failed.info().orElseThrow().message().orElseThrow();
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
    void aKillByTheSystemIsRecordedWithWhatToDo() throws Exception {
        String message = awaitFailure(launchAndSend("-KILL"));
        assertTrue(message.startsWith("The trainer was killed, most often by the system"), message);
        assertTrue(message.contains("Use a smaller batch size"), message);
        assertFalse(message.contains("There is no checkpoint"), message);
    }

    @Test
    void memoryThatTheSystemDeniesIsToldFromACrash() throws Exception {
        Path folder = Files.createDirectories(project.folder().resolve("runs"));
        Files.writeString(folder.resolve("hs_err_pid17.log"), """
                #
                # There is insufficient memory for the Java Runtime Environment to continue.
                # Native memory allocation (mmap) failed to map 16384 bytes.
                """);
        CrashLog log = CrashLog.find(folder, 17).orElseThrow();
        assertTrue(log.outOfMemory());
        assertEquals(folder.resolve("hs_err_pid17.log"), log.file());
        assertTrue(CrashLog.find(folder, 18).isEmpty());
    }
}
