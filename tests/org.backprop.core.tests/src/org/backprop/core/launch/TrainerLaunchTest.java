package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.backprop.core.TestProject;
import org.backprop.testkit.Conditions;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class TrainerLaunchTest {
    private static final int KILLED = 137;

    private TestProject project;
    private ILaunchConfigurationWorkingCopy configuration;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("launch");
        project.xor();
        configuration = Configurations.of("/launch/xor.nn.yaml");
    }

    @AfterEach
    void delete() throws CoreException, InterruptedException {
        Trainings.cleanUp();
        InstanceScope.INSTANCE.getNode(LaunchPreferences.NODE).remove(LaunchPreferences.GRACE_SECONDS);
        project.close();
    }

    @Test
    void theTrainerGetsTheModelAndTheChoicesOfTheConfiguration() throws Exception {
        configuration.setAttribute(LaunchAttributes.EPOCHS, "2");
        configuration.setAttribute(LaunchAttributes.SEED, "9");
        configuration.setAttribute(LaunchAttributes.OVERRIDES, Map.of("training.batch_size", "2"));
        configuration.setAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES, Map.of("MARK", "from the configuration"));
        TrainerProcess process = launch("quick");
        Trainings.awaitEnd(process);

        assertEquals(0, process.getExitValue());
        assertEquals(
                "train " + project.folder().resolve("xor.nn.yaml") + " --runs "
                        + project.folder().resolve("runs")
                        + " --progress plain --backend native --epochs 2 --seed 9 --set training.batch_size=2",
                firstLine(process));
        Trainings.awaitOutput(process, "MARK=from the configuration");
    }

    @Test
    void dataKernelsThreadsAndHeapReachTheTrainer() throws Exception {
        configuration.setAttribute(LaunchAttributes.DATA, ".");
        configuration.setAttribute(LaunchAttributes.KERNELS, "nd4j");
        configuration.setAttribute(LaunchAttributes.THREADS, "1");
        configuration.setAttribute(LaunchAttributes.HEAP, "200m");
        TrainerProcess process = launch("quick");
        Trainings.awaitEnd(process);
        String line = firstLine(process);
        assertTrue(line.contains(" --data " + project.folder() + " "), line);
        assertTrue(line.endsWith(" --kernels nd4j --threads 1"), line);
        assertTrue(process.getAttribute(IProcess.ATTR_CMDLINE).contains(" -Xmx200m "));
    }

    @Test
    void aClusterOfSparkIsNamedInPlaceOfABackend() throws Exception {
        configuration.setAttribute(LaunchAttributes.BACKEND, "spark");
        CoreException nowhere = assertThrows(CoreException.class, () -> TrainingSetup.of(configuration));
        assertTrue(nowhere.getMessage().contains("Cluster"), nowhere.getMessage());
        configuration.setAttribute(LaunchAttributes.SPARK, "spark://host:7077");
        configuration.setAttribute(LaunchAttributes.WORKERS, "none");
        CoreException nobody = assertThrows(CoreException.class, () -> TrainingSetup.of(configuration));
        assertTrue(nobody.getMessage().contains("Workers"), nobody.getMessage());
        configuration.setAttribute(LaunchAttributes.WORKERS, "8");
        configuration.setAttribute(LaunchAttributes.AVERAGE_EVERY, "16");
        List<String> arguments = TrainerArguments.of(TrainingSetup.of(configuration), 0);
        assertEquals(
                List.of("--spark", "spark://host:7077", "--workers", "8", "--average-every", "16"),
                arguments.subList(6, 12));
        assertFalse(arguments.contains("--backend"));
    }

    @Test
    void aSecondTrainingSharesTheProcessorsUnlessTheUserChose() throws Exception {
        TrainerProcess first = launch("obedient");
        Trainings.awaitOutput(first, "connected");
        TrainerProcess second = launch("quick");
        Trainings.awaitEnd(second);
        assertTrue(firstLine(second).endsWith(" --beside 1"), firstLine(second));
        configuration.setAttribute(LaunchAttributes.THREADS, "2");
        TrainerProcess third = launch("quick");
        Trainings.awaitEnd(third);
        assertTrue(firstLine(third).endsWith(" --threads 2"), firstLine(third));
        first.terminate();
        Trainings.awaitEnd(first);
    }

    @Test
    void aBackendThatCannotComputeStopsTheLaunchWithTheReason() throws Exception {
        configuration.setAttribute(LaunchAttributes.BACKEND, "cuda");
        CoreException refused =
                assertThrows(CoreException.class, () -> BackendCheck.permits(configuration, new NullProgressMonitor()));
        assertTrue(LaunchProblem.BACKEND_NOT_READY.is(refused.getStatus()), refused.getMessage());
        assertTrue(refused.getMessage().contains("\"CUDA\" cannot compute here: "), refused.getMessage());
    }

    @Test
    void aSweepIsLaunchedWithTheTrialsSideBySide() throws Exception {
        project.xorSweep();
        configuration = Configurations.ofSweep("/launch/race.nn.yaml");
        configuration.setAttribute(LaunchAttributes.PARALLEL, "2");
        TrainerProcess process = launch("quick");
        Trainings.awaitEnd(process);
        assertEquals(
                "sweep " + project.folder().resolve("race.nn.yaml") + " --runs "
                        + project.folder().resolve("runs") + " --progress plain --backend native --parallel 2",
                firstLine(process));
    }

    @Test
    void aModelThatSaysNothingAboutWhatToCompareIsNotSwept() throws Exception {
        configuration = Configurations.ofSweep("/launch/xor.nn.yaml");
        CoreException refused = assertThrows(CoreException.class, () -> launch("quick"));
        assertTrue(LaunchProblem.NO_SWEEP.is(refused.getStatus()), refused.getMessage());
        assertTrue(refused.getMessage().contains("sweep: {vary: {training.optimizer"), refused.getMessage());
    }

    @Test
    void theProcessSaysWhatItIs() throws Exception {
        TrainerProcess process = launch("obedient");
        assertEquals(LaunchAttributes.PROCESS_TYPE, process.getAttribute(IProcess.ATTR_PROCESS_TYPE));
        assertTrue(process.getLabel().startsWith("xor "), process.getLabel());
        assertTrue(process.getAttribute(IProcess.ATTR_CMDLINE).contains(" --runs "));
        assertEquals(project.folder(), process.run().get(60, TimeUnit.SECONDS), "the announced folder");
    }

    @Test
    void terminateAsksTheTrainerToStopAndReturnsAtOnce() throws Exception {
        TrainerProcess process = launch("obedient");
        Trainings.awaitOutput(process, "connected");
        process.terminate();
        Trainings.awaitEnd(process);
        assertEquals(FakeTrainer.STOPPED, process.getExitValue());
        Trainings.awaitOutput(process, "\"command\":\"stop\"");
    }

    @Test
    void aStopBeforeTheTrainerHasConnectedReachesItLater() throws Exception {
        TrainerProcess process = launch("obedient");
        process.terminate();
        Trainings.awaitEnd(process);
        assertEquals(FakeTrainer.STOPPED, process.getExitValue());
    }

    @Test
    void aTrainerThatDoesNotStopIsKilledAfterTheGracePeriod() throws Exception {
        InstanceScope.INSTANCE.getNode(LaunchPreferences.NODE).putInt(LaunchPreferences.GRACE_SECONDS, 1);
        TrainerProcess process = launch("deaf");
        Trainings.awaitOutput(process, "connected");
        process.terminate();
        Trainings.awaitOutput(process, "received");
        Trainings.awaitEnd(process);
        assertEquals(KILLED, process.getExitValue());
    }

    @Test
    void aSecondTerminateKillsAtOnce() throws Exception {
        InstanceScope.INSTANCE.getNode(LaunchPreferences.NODE).putInt(LaunchPreferences.GRACE_SECONDS, 3600);
        TrainerProcess process = launch("deaf");
        Trainings.awaitOutput(process, "connected");
        process.terminate();
        Trainings.awaitOutput(process, "received");
        assertTrue(process.canTerminate());
        process.terminate();
        Trainings.awaitEnd(process);
        assertEquals(KILLED, process.getExitValue());
    }

    @Test
    void cancellingTheProgressJobStopsTheTrainer() throws Exception {
        TrainerProcess process = launch("obedient");
        Trainings.awaitOutput(process, "connected");
        Job[] jobs = Job.getJobManager().find(TrainingProgressJob.FAMILY);
        assertEquals(1, jobs.length);
        assertFalse(jobs[0].isSystem(), "shown in the Progress view");
        Conditions.await("running job", Trainings.TIMEOUT, () -> jobs[0].getState() == Job.RUNNING);
        jobs[0].cancel();
        Trainings.awaitEnd(process);
        assertEquals(FakeTrainer.STOPPED, process.getExitValue());
        jobs[0].join();
    }

    @Test
    void whatTheTrainerWroteIsInTheWorkspaceWhenItHasEnded() throws Exception {
        project.folder().resolve("runs/one").toFile().mkdirs();
        TrainerProcess process = launch("quick");
        Trainings.awaitEnd(process);
        Conditions.await(
                "refresh of the runs folder",
                Trainings.TIMEOUT,
                () -> project.project().getFolder("runs/one").exists());
    }

    @Test
    void theCommandLineIsShownWithoutStartingAnything() throws Exception {
        TrainerProgram program = FakeTrainer.program();
        String line = new TrainerLaunchDelegate(backend -> program)
                .showCommandLine(configuration, ILaunchManager.RUN_MODE, null, null);
        assertTrue(line.contains(FakeTrainer.class.getName() + " train "), line);
        assertTrue(line.contains("--enable-native-access=ALL-UNNAMED"), line);
        assertEquals(0, Job.getJobManager().find(TrainingProgressJob.FAMILY).length);
    }

    @Test
    void aModelWithErrorsIsNotLaunched() throws Exception {
        project.file("xor.nn.yaml", "backprop: 1\n");
        CoreException refused = assertThrows(CoreException.class, () -> launch("quick"));
        assertTrue(LaunchProblem.MODEL_HAS_ERRORS.is(refused.getStatus()), refused.getMessage());
    }

    @Test
    void aBackendThatIsNotInstalledIsNamed() throws Exception {
        CoreException refused = assertThrows(CoreException.class, () -> TrainerProgram.installed("abacus"));
        assertTrue(LaunchProblem.NO_BACKEND.is(refused.getStatus()), refused.getMessage());
        assertTrue(refused.getMessage().contains("org.backprop.backend.abacus."), refused.getMessage());
    }

    private TrainerProcess launch(String behaviour) throws CoreException, IOException {
        configuration.setAttribute(LaunchAttributes.VM_ARGUMENTS, "-Dfake=" + behaviour);
        return Trainings.launch(configuration, FakeTrainer.program());
    }

    private static String firstLine(TrainerProcess process) {
        Trainings.awaitOutput(process, "MARK=");
        return Trainings.output(process).lines().findFirst().orElse("");
    }
}
