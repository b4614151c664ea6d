package org.backprop.core.launch;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;

import org.backprop.core.control.ControlServer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.osgi.util.NLS;

/** Launches trainers: one Java virtual machine for each launch, stopped through its control connection. */
public final class TrainerLaunchDelegate extends LaunchConfigurationDelegate {
    private final TrainerProgram.Source trainer;

    /** Called by the platform. */
    public TrainerLaunchDelegate() {
        this(TrainerProgram::installed);
    }

    TrainerLaunchDelegate(TrainerProgram.Source trainer) {
        this.trainer = trainer;
    }

    /** Also stops where the backend cannot compute. */
    @Override
    public boolean preLaunchCheck(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor)
            throws CoreException {
        return BackendCheck.permits(configuration, monitor) && super.preLaunchCheck(configuration, mode, monitor);
    }

    /** Also stops where files outside the project would be read that the user has not agreed to. */
    @Override
    public boolean finalLaunchCheck(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor)
            throws CoreException {
        return OutsideFiles.permits(configuration) && super.finalLaunchCheck(configuration, mode, monitor);
    }

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        TrainingSetup setup = TrainingSetup.of(configuration);
        String model = setup.checkModel().name();
        TrainerCommand command = command(setup);
        warnIfOld(command.java());
        if (monitor == null || !monitor.isCanceled()) {
            start(configuration, launch, new Training(model, setup.runs(), setup.sweep()), command);
        }
    }

    @SuppressWarnings("resource") // the process closes the control connection when it ends
    private static void start(
            ILaunchConfiguration configuration, ILaunch launch, Training training, TrainerCommand command)
            throws CoreException {
        launch.setAttribute(DebugPlugin.ATTR_CONSOLE_ENCODING, TrainerCommand.CONSOLE_ENCODING);
        ControlServer control = openControl();
        try {
            Process system = new HushedProcess(DebugPlugin.exec(
                    command.line().toArray(String[]::new),
                    command.workingDirectory().toFile(),
                    TrainerEnvironment.of(configuration, control)));
            Map<String, String> attributes = command.attributes();
            keepRecord(system, configuration, training, attributes, control);
            TrainerProcess.start(launch, system, label(training), training, attributes, control);
        } catch (CoreException | RuntimeException notStarted) {
            control.close();
            throw notStarted;
        }
    }

    private static void keepRecord(
            Process system,
            ILaunchConfiguration configuration,
            Training training,
            Map<String, String> attributes,
            ControlServer control)
            throws CoreException {
        var trainer = new TrainerRecord(
                system.pid(),
                TrainerRecord.start(system.toHandle()),
                control.port(),
                control.token(),
                training,
                configuration.isWorkingCopy() ? "" : configuration.getMemento(),
                attributes);
        TrainerRecords records = TrainerRecords.ofWorkspace();
        records.save(trainer);
        system.onExit().thenRun(() -> records.delete(trainer));
    }

    private static String label(Training training) {
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).format(LocalDateTime.now());
        return NLS.bind(Messages.TrainerProcess_label, training.model(), time);
    }

    @Override
    public String showCommandLine(
            ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        return command(TrainingSetup.of(configuration)).rendered();
    }

    /** Builds the model's project alone before the launch. */
    @Override
    protected IProject[] getBuildOrder(ILaunchConfiguration configuration, String mode) throws CoreException {
        return new IProject[] {TrainingSetup.of(configuration).model().getProject()};
    }

    /** Returns null: errors in the model stop the launch, errors elsewhere in the project do not matter to it. */
    @Override
    protected IProject[] getProjectsForProblemSearch(ILaunchConfiguration configuration, String mode) {
        return null;
    }

    private TrainerCommand command(TrainingSetup setup) throws CoreException {
        TrainerProgram program = trainer.locate(setup.backend());
        JavaRuntime java = JavaRuntimes.choose(JavaRuntime.running(), JavaRuntimes.installed())
                .orElseThrow(() -> LaunchProblem.NO_JAVA.with(JavaRuntime.OLDEST));
        return TrainerCommand.of(java, program, setup);
    }

    private static ControlServer openControl() throws CoreException {
        try {
            return ControlServer.open();
        } catch (IOException noLoopback) {
            throw LaunchProblem.NOT_STARTED.because(noLoopback, noLoopback.getLocalizedMessage());
        }
    }

    private static void warnIfOld(JavaRuntime java) {
        if (java.feature() < JavaRuntime.PREFERRED) {
            ILog.of(TrainerLaunchDelegate.class).warn(NLS.bind(Messages.JavaRuntime_older, new Object[] {
                java.feature(), java.home(), JavaRuntime.PREFERRED
            }));
        }
    }
}
