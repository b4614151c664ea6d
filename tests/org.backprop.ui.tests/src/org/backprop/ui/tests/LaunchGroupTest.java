package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.runs.RunService;
import org.backprop.runlog.run.Outcome;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.launch.TrainingConfigurations;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The platform's launch groups with trainings as members. */
@ExtendWith(LoggedErrors.class)
class LaunchGroupTest {
    private static final String GROUP = "org.eclipse.debug.core.groups.GroupLaunchConfigurationType";
    private static final String MEMBER = "org.eclipse.debug.core.launchGroup.";

    private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    private TestProject project;
    private IFile model;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("group");
        model = project.file("small.nn.yaml", Samples.MODEL);
    }

    @AfterEach
    void delete() throws CoreException {
        for (ILaunch launch : manager.getLaunches()) {
            launch.terminate();
            Ui.await("end of " + launch, launch::isTerminated);
            manager.removeLaunch(launch);
        }
        for (ILaunchConfiguration configuration : manager.getLaunchConfigurations()) {
            configuration.delete();
        }
        project.close();
    }

    @Test
    void aGroupTrainsItsMembersOneAfterTheOther() throws CoreException {
        ILaunchConfigurationWorkingCopy group =
                manager.getLaunchConfigurationType(GROUP).newInstance(null, "both");
        addMember(group, 0, training("first", "1"), "WAIT_FOR_TERMINATION");
        addMember(group, 1, training("second", "2"), "NONE");
        ICoreRunnable launching = monitor -> group.launch(ILaunchManager.RUN_MODE, monitor);
        Job job = Job.create("launch group", launching);
        job.schedule();

        Ui.await("two completed runs", () -> epochsOfCompleted().size() == 2);
        assertEquals(List.of(2, 1), epochsOfCompleted());
        Ui.await("the end of the launch", () -> job.getResult() != null);
        assertTrue(job.getResult().isOK(), () -> job.getResult().toString());
    }

    /** Of the runs of the project, the newest start first. */
    private List<Integer> epochsOfCompleted() {
        return PlatformUI.getWorkbench().getService(RunService.class).snapshot().runs().stream()
                .filter(run -> run.folder().startsWith(project.runs()))
                .filter(run -> run.outcome() == Outcome.COMPLETED)
                .map(run -> run.info().orElseThrow().plan().epochs())
                .toList();
    }

    private ILaunchConfiguration training(String name, String epochs) throws CoreException {
        ILaunchConfigurationWorkingCopy configuration =
                TrainingConfigurations.create(model, LaunchAttributes.TYPE).getWorkingCopy();
        configuration.setAttribute(LaunchAttributes.EPOCHS, epochs);
        configuration.rename(name);
        return configuration.doSave();
    }

    private static void addMember(
            ILaunchConfigurationWorkingCopy group, int index, ILaunchConfiguration member, String afterwards) {
        String prefix = MEMBER + index + ".";
        group.setAttribute(prefix + "name", member.getName());
        group.setAttribute(prefix + "mode", ILaunchManager.RUN_MODE);
        group.setAttribute(prefix + "enabled", true);
        group.setAttribute(prefix + "adoptIfRunning", false);
        group.setAttribute(prefix + "action", afterwards);
    }
}
