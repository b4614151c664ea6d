package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.backprop.core.TestProject;
import org.backprop.core.runs.RunService;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.sweep.SweepReading;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.testkit.Conditions;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The installed trainer, launched as the user launches it. */
@ExtendWith(LoggedErrors.class)
class TrainingTest {
    private static final int MANY_EPOCHS = 1_000_000;

    private final ServiceCaller<RunService> caller = new ServiceCaller<>(TrainingTest.class, RunService.class);
    private final RunService runs = caller.current().orElseThrow();
    private TestProject project;
    private ILaunchConfigurationWorkingCopy configuration;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("training");
        project.xor();
        configuration = Configurations.of("/training/xor.nn.yaml");
    }

    @AfterEach
    void delete() throws CoreException, InterruptedException {
        Trainings.cleanUp();
        project.close();
        caller.unget();
    }

    @Test
    void aTrainingIsRecordedCompletely() throws Exception {
        TrainerProcess process = launch();
        Path folder = process.run().get(60, TimeUnit.SECONDS);
        assertEquals(project.folder().resolve("runs"), folder.getParent());
        Trainings.awaitEnd(process);
        assertEquals(0, process.getExitValue(), () -> Trainings.output(process));

        awaitOutcome(folder, Outcome.COMPLETED);
        RunSnapshot run = runs.snapshot().in(folder).orElseThrow();
        assertEquals("xor", run.name());
        assertEquals(3, run.info().orElseThrow().plan().epochs());
        assertEquals(1.0, TrainingProgress.of(run).orElseThrow().fraction());
    }

    @Test
    void aSweepTrainsEverySettingInTheRunsFolder() throws Exception {
        project.xorSweep();
        configuration = Configurations.ofSweep("/training/race.nn.yaml");
        TrainerProcess process = launch();
        Path folder = process.run().get(60, TimeUnit.SECONDS);
        Trainings.awaitEnd(process);
        assertEquals(0, process.getExitValue(), () -> Trainings.output(process));
        Conditions.await(
                "the sweep and its runs",
                Trainings.TIMEOUT,
                () -> runs.snapshot()
                                .sweepIn(folder)
                                .filter(sweep -> sweep.info().outcome() == Outcome.COMPLETED)
                                .isPresent()
                        && runs.snapshot().runs().size() == 2);
        SweepSnapshot sweep = new SweepReading()
                .snapshot(folder, runs.snapshot().sweepIn(folder).orElseThrow().info(), runs.snapshot()::in);
        assertEquals(2, sweep.ended());
        assertEquals(2, sweep.groups().size());
        assertTrue(sweep.rows().getFirst().figures().trainLoss().isPresent());
    }

    @Test
    void epochsOfTheConfigurationReplaceThoseOfTheModel() throws Exception {
        configuration.setAttribute(LaunchAttributes.EPOCHS, "5");
        TrainerProcess process = launch();
        Path folder = process.run().get(60, TimeUnit.SECONDS);
        awaitOutcome(folder, Outcome.COMPLETED);
        assertEquals(
                5,
                runs.snapshot()
                        .in(folder)
                        .orElseThrow()
                        .info()
                        .orElseThrow()
                        .plan()
                        .epochs());
    }

    @Test
    void terminateEndsATrainingWithACheckpoint() throws Exception {
        configuration.setAttribute(LaunchAttributes.EPOCHS, Integer.toString(MANY_EPOCHS));
        TrainerProcess process = launch();
        Path folder = process.run().get(60, TimeUnit.SECONDS);
        Conditions.await(
                "a step",
                Trainings.TIMEOUT,
                () -> runs.snapshot().in(folder).flatMap(TrainingProgress::of).isPresent());
        process.terminate();
        Trainings.awaitEnd(process);

        assertEquals(130, process.getExitValue(), () -> Trainings.output(process));
        awaitOutcome(folder, Outcome.STOPPED);
        try (var checkpoints = Files.list(folder.resolve("checkpoints"))) {
            assertTrue(checkpoints.findAny().isPresent());
        }
    }

    private TrainerProcess launch() throws CoreException {
        return Trainings.process(configuration.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor()));
    }

    private void awaitOutcome(Path folder, Outcome outcome) {
        Conditions.await(
                "outcome " + outcome,
                Trainings.TIMEOUT,
                () -> runs.snapshot()
                        .in(folder)
                        .filter(run -> run.outcome() == outcome)
                        .isPresent());
    }
}
