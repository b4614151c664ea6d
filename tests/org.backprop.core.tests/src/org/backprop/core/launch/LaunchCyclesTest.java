package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.backprop.core.TestProject;
import org.backprop.testkit.Conditions;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trainings that are launched and terminated again and again leave nothing behind in the IDE. */
@ExtendWith(LoggedErrors.class)
class LaunchCyclesTest {
    /** How many are launched; a profile of Maven sets it higher. */
    private static final int LAUNCHES = Integer.getInteger("backprop.launches", 16);

    /** Every tenth is one of the real trainer, which takes seconds to start. */
    private static final int TRAININGS = LAUNCHES / 10;

    private static final int AT_ONCE = 4;
    private static final int STOPPED = 130;

    private TestProject project;
    private ILaunchConfigurationWorkingCopy configuration;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("cycles");
        project.xor();
        configuration = Configurations.of("/cycles/xor.nn.yaml");
        configuration.setAttribute(LaunchAttributes.EPOCHS, "1000000");
    }

    @AfterEach
    void delete() throws CoreException, InterruptedException {
        Trainings.cleanUp();
        project.close();
    }

    @Test
    void launchesLeaveNoProcessNoSocketNoFileNoThreadAndNoRecordBehind() throws Exception {
        assertNothingIsLeftBehind(LAUNCHES, AT_ONCE, this::launchFake);
    }

    @Test
    void trainingsLeaveNoProcessNoSocketNoFileNoThreadAndNoRecordBehind() throws Exception {
        assertNothingIsLeftBehind(TRAININGS, 1, this::launchReal);
    }

    private interface Launcher {
        TrainerProcess launch() throws Exception;
    }

    private static void assertNothingIsLeftBehind(int launches, int atOnce, Launcher launcher) throws Exception {
        cycle(atOnce, launcher);
        Trainings.cleanUp();
        Remains before = Remains.now();
        for (int launched = 0; launched < launches; launched += atOnce) {
            cycle(atOnce, launcher);
            Trainings.cleanUp();
        }
        before.awaitAgain(LaunchCyclesTest::isOfPool);
        Conditions.await(
                "no record",
                Trainings.TIMEOUT,
                () -> TrainerRecords.ofWorkspace().living().isEmpty());
    }

    /** Threads that the platform and Java keep for the next task, not one for each launch. */
    private static boolean isOfPool(String name) {
        return name.matches("thread \\d+ (Worker-|process reaper|ForkJoinPool|VirtualThread-unblocker|Read-Poller).*");
    }

    private static void cycle(int atOnce, Launcher launcher) throws Exception {
        List<TrainerProcess> trainers = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            trainers.add(launcher.launch());
        }
        for (TrainerProcess trainer : trainers) {
            trainer.run().get(60, TimeUnit.SECONDS);
            trainer.terminate();
        }
        for (TrainerProcess trainer : trainers) {
            Trainings.awaitEnd(trainer);
            assertEquals(STOPPED, trainer.getExitValue(), () -> Trainings.output(trainer));
        }
    }

    private TrainerProcess launchFake() throws Exception {
        configuration.setAttribute(LaunchAttributes.VM_ARGUMENTS, "-Dfake=obedient");
        return Trainings.launch(configuration, FakeTrainer.program());
    }

    private TrainerProcess launchReal() throws Exception {
        return Trainings.process(configuration.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor()));
    }
}
