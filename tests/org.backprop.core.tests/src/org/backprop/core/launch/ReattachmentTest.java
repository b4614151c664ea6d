package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.backprop.core.TestProject;
import org.backprop.core.control.RunControl;
import org.backprop.core.control.RunControls;
import org.backprop.core.runs.RunService;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.Outcome;
import org.backprop.testkit.Conditions;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The installed trainer, paused, stepped, left alone and found again as from the Debug view. */
@ExtendWith(LoggedErrors.class)
class ReattachmentTest {
    private final ServiceCaller<RunControls> controls = new ServiceCaller<>(ReattachmentTest.class, RunControls.class);
    private final ServiceCaller<RunService> runs = new ServiceCaller<>(ReattachmentTest.class, RunService.class);
    private TestProject project;
    private ILaunchConfigurationWorkingCopy configuration;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("control");
        project.xor();
        configuration = Configurations.of("/control/xor.nn.yaml");
        configuration.setAttribute(LaunchAttributes.EPOCHS, "1000000");
    }

    @AfterEach
    void delete() throws CoreException, InterruptedException {
        Trainings.cleanUp();
        project.close();
        controls.unget();
        runs.unget();
    }

    private static List<TrainerRecord> records() {
        return TrainerRecords.ofWorkspace().living();
    }

    private static void awaitPaused(TrainerProcess process) {
        Conditions.await("pause", Trainings.TIMEOUT, process::isSuspended);
    }

    @Test
    void aTrainingIsSuspendedSteppedAndResumedFromTheDebugView() throws Exception {
        TrainerProcess process = launchConnected();
        Path run = process.run().get(60, TimeUnit.SECONDS);
        assertFalse(process.canResume());
        process.suspend();
        awaitPaused(process);
        assertFalse(process.canSuspend());
        process.stepOver();
        Conditions.await("journal", Trainings.TIMEOUT, () -> journal(run).contains("step"));
        Conditions.await("label", Trainings.TIMEOUT, () -> label(process).matches("xor \\[epoch .*, step .*, paused]"));
        process.resume();
        Conditions.await("running", Trainings.TIMEOUT, process::canSuspend);
        Conditions.await("journal", Trainings.TIMEOUT, () -> journal(run).equals(List.of("pause", "step", "resume")));
    }

    private List<String> journal(Path run) {
        return runs.current().orElseThrow().snapshot().in(run).stream()
                .flatMap(snapshot -> snapshot.journal().stream())
                .map(JournalEntry::command)
                .toList();
    }

    private static String label(IProcess process) {
        String label = process.getAttribute(IProcess.ATTR_PROCESS_LABEL);
        return label == null ? "" : label;
    }

    @Test
    void anIdeThatComesBackFindsItsTrainingAndCommandsIt() throws Exception {
        TrainerProcess before = launchConnected();
        Path run = before.run().get(60, TimeUnit.SECONDS);
        assertEquals(1, records().size());
        if (Files.getFileStore(run).supportsFileAttributeView("posix")) {
            Path folder = TrainerRecords.ofWorkspace().folder();
            try (var files = Files.list(folder)) {
                Path file = files.findFirst().orElseThrow();
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        before.abandon();
        manager.removeLaunch(before.getLaunch());
        Conditions.await(
                "no control",
                Trainings.TIMEOUT,
                () -> controls.current().orElseThrow().of(run).isEmpty());

        TrainerReattachment.reattach();
        ILaunch launch = Arrays.stream(manager.getLaunches()).findFirst().orElseThrow();
        TrainerProcess after = Trainings.process(launch);
        Conditions.await("connection", Trainings.TIMEOUT, after::canSuspend);
        assertEquals(run, after.run().get(60, TimeUnit.SECONDS));
        Conditions.await(
                "control",
                Trainings.TIMEOUT,
                () -> controls.current().orElseThrow().of(run).stream()
                        .anyMatch(control -> control.state() == RunControl.State.RUNNING));
        after.suspend();
        awaitPaused(after);
        assertTrue(Trainings.output(after).contains("started before the IDE was closed"), Trainings.output(after));
        after.terminate();
        Trainings.awaitEnd(after);
        assertEquals(130, after.getExitValue());
        Conditions.await(
                "outcome",
                Trainings.TIMEOUT,
                () -> runs.current().orElseThrow().snapshot().in(run).stream()
                        .anyMatch(snapshot -> snapshot.outcome() == Outcome.STOPPED));
        Conditions.await("no record", Trainings.TIMEOUT, () -> records().isEmpty());
    }

    @Test
    void trainingsThatAreToGoOnAreLeftAloneByAnIdeThatEnds() throws Exception {
        TrainerProcess process = launchConnected();
        assertEquals(List.of(process), TrainersAtExit.living());
        TrainersAtExit.decide(TrainersAtExit.Choice.KEEP);
        try {
            assertFalse(process.getLaunch().canTerminate());
            process.terminate();
            assertTrue(process.canSuspend(), "nothing was asked of it");
        } finally {
            TrainersAtExit.undecide();
        }
        assertTrue(process.canTerminate());
    }

    @Test
    void trainingsThatAreToStopDoSoWithACheckpointAndAreNotKilled() throws Exception {
        TrainerProcess process = launchConnected();
        TrainersAtExit.decide(TrainersAtExit.Choice.STOP);
        try {
            process.terminate();
            process.terminate();
            Trainings.awaitEnd(process);
        } finally {
            TrainersAtExit.undecide();
        }
        assertEquals(130, process.getExitValue());
    }

    private TrainerProcess launchConnected() throws Exception {
        TrainerProcess process =
                Trainings.process(configuration.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor()));
        process.run().get(60, TimeUnit.SECONDS);
        Conditions.await("connection", Trainings.TIMEOUT, process::canSuspend);
        return process;
    }
}
