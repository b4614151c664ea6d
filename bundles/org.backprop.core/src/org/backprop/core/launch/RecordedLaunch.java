package org.backprop.core.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.backprop.core.backends.SparkBackend;
import org.backprop.runlog.run.RunInfo;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;

/** Launch configurations made of recorded runs. A saved one that says the same is used again. */
public final class RecordedLaunch {
    private static final Map<String, String> OPTIONS = Map.of(
            "--epochs", LaunchAttributes.EPOCHS,
            "--seed", LaunchAttributes.SEED,
            "--backend", LaunchAttributes.BACKEND,
            "--spark", LaunchAttributes.SPARK,
            "--workers", LaunchAttributes.WORKERS,
            "--average-every", LaunchAttributes.AVERAGE_EVERY,
            "--kernels", LaunchAttributes.KERNELS,
            "--threads", LaunchAttributes.THREADS,
            "--data", LaunchAttributes.DATA,
            "--runs", LaunchAttributes.RUNS);

    private final RunInfo run;
    private final Map<String, Object> attributes = new HashMap<>();

    private RecordedLaunch(RunInfo run) throws CoreException {
        this.run = run;
        attributes.put(LaunchAttributes.MODEL, model(run).getFullPath().toString());
    }

    /**
     * Returns a configuration that trains the model file as it is now with the options of the run.
     *
     * @throws CoreException {@link LaunchProblem#MODEL_NOT_FOUND} if the model file is not in the workspace
     */
    public static ILaunchConfiguration again(RunInfo run) throws CoreException {
        var launch = new RecordedLaunch(run);
        launch.readOptions();
        return launch.configuration();
    }

    /** Returns a configuration that trains the model file as it is now with the seed of the run, see {@link #again}. */
    public static ILaunchConfiguration withSeed(RunInfo run) throws CoreException {
        var launch = new RecordedLaunch(run);
        launch.attributes.put(LaunchAttributes.SEED, Long.toString(run.seed()));
        return launch.configuration();
    }

    /**
     * Returns a configuration that goes on with the run, see {@link #again}.
     *
     * @param folder its folder
     */
    public static ILaunchConfiguration resume(RunInfo run, Path folder) throws CoreException {
        var launch = new RecordedLaunch(run);
        launch.attributes.put(LaunchAttributes.RESUME, folder.toString());
        return launch.configuration();
    }

    private static IFile model(RunInfo run) throws CoreException {
        Path file = Path.of(run.model().file());
        IFile[] found = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri());
        for (IFile candidate : found) {
            if (candidate.isAccessible()) {
                return candidate;
            }
        }
        throw LaunchProblem.MODEL_NOT_FOUND.with(IPath.fromPath(file));
    }

    private void readOptions() {
        var overrides = new TreeMap<String, String>();
        Iterator<String> arguments = run.environment().command().iterator();
        while (arguments.hasNext()) {
            String argument = arguments.next();
            if (argument.equals("--set") && arguments.hasNext()) {
                String[] override = arguments.next().split("=", 2);
                overrides.put(override[0], override.length == 2 ? override[1] : "");
            } else if (OPTIONS.containsKey(argument) && arguments.hasNext()) {
                attributes.put(OPTIONS.get(argument), arguments.next());
            }
        }
        run.trial().ifPresent(trial -> overrides.putAll(trial.settings()));
        if (!overrides.isEmpty()) {
            attributes.put(LaunchAttributes.OVERRIDES, overrides);
        }
        attributes.remove(LaunchAttributes.BACKEND, LaunchAttributes.DEFAULT_BACKEND);
        if (attributes.containsKey(LaunchAttributes.SPARK)) {
            attributes.put(LaunchAttributes.BACKEND, SparkBackend.ID);
        }
    }

    private ILaunchConfiguration configuration() throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationType type = manager.getLaunchConfigurationType(LaunchAttributes.TYPE);
        Optional<ILaunchConfiguration> same = Optional.empty();
        for (ILaunchConfiguration saved : manager.getLaunchConfigurations(type)) {
            if (same.isEmpty() && saysTheSame(saved)) {
                same = Optional.of(saved);
            }
        }
        return same.isPresent() ? same.get() : create(manager, type);
    }

    private boolean saysTheSame(ILaunchConfiguration saved) throws CoreException {
        Map<String, Object> own = new HashMap<>(saved.getAttributes());
        own.keySet().removeIf(key -> !key.startsWith("org.backprop."));
        return own.equals(attributes);
    }

    private ILaunchConfiguration create(ILaunchManager manager, ILaunchConfigurationType type) throws CoreException {
        ILaunchConfigurationWorkingCopy copy =
                type.newInstance(null, manager.generateLaunchConfigurationName(run.name()));
        attributes.forEach(copy::setAttribute);
        copy.setMappedResources(List.of(model(run)).toArray(IResource[]::new));
        return copy.doSave();
    }
}
