package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.IStatusHandler;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The files and folders outside its project that a training would read. A project may come from a stranger: they are read only
 * if the user has agreed, which is kept in the workspace, not in the project.
 *
 * @param model the model file
 * @param paths those that the user has not agreed to, absolute, with links followed
 */
public record OutsideFiles(IFile model, List<Path> paths) {
    private static final String CONSENT = "/outside/";

    /** Copies the list. */
    public OutsideFiles {
        paths = List.copyOf(paths);
    }

    /** Returns those of a launch; none if the model cannot be read, which the launch itself reports. */
    public static OutsideFiles of(ILaunchConfiguration configuration) throws CoreException {
        TrainingSetup setup = TrainingSetup.of(configuration);
        Path project = real(setup.projectFolder());
        Path home = real(setup.modelFile().getParent());
        IEclipsePreferences consent = consent(setup.model());
        List<Path> outside = read(setup).stream()
                .map(OutsideFiles::real)
                .filter(path -> !path.startsWith(project) && !path.startsWith(home))
                .filter(path -> !consent.getBoolean(path.toString(), false))
                .distinct()
                .toList();
        return new OutsideFiles(setup.model(), outside);
    }

    /** Files and folders that the user has just chosen for a model, which is to agree to them: see {@link #allow}. */
    public static OutsideFiles chosen(IFile model, List<Path> paths) {
        return new OutsideFiles(model, paths.stream().map(OutsideFiles::real).toList());
    }

    /**
     * Says whether a launch goes on. Where the user has to agree, the status handler for
     * {@link LaunchProblem#OUTSIDE_PROJECT} asks and launches again.
     *
     * @throws CoreException {@link LaunchProblem#OUTSIDE_PROJECT} if there is no user to ask
     */
    static boolean permits(ILaunchConfiguration configuration) throws CoreException {
        OutsideFiles outside = of(configuration);
        if (outside.paths.isEmpty()) {
            return true;
        }
        CoreException problem = LaunchProblem.OUTSIDE_PROJECT.with(
                outside.model.getName(),
                outside.paths.stream().map(Path::toString).collect(Collectors.joining(", ")));
        IStatusHandler handler = DebugPlugin.getDefault().getStatusHandler(problem.getStatus());
        if (handler == null) {
            throw problem;
        }
        return Boolean.TRUE.equals(handler.handleStatus(problem.getStatus(), configuration));
    }

    /** Keeps that the user agrees to them. */
    public void allow() throws CoreException {
        IEclipsePreferences consent = consent(model);
        paths.forEach(path -> consent.putBoolean(path.toString(), true));
        try {
            consent.flush();
        } catch (BackingStoreException notKept) {
            throw LaunchProblem.NOT_STARTED.because(notKept, notKept.getLocalizedMessage());
        }
    }

    private static IEclipsePreferences consent(IFile model) {
        return InstanceScope.INSTANCE.getNode(
                LaunchPreferences.NODE + CONSENT + model.getProject().getName());
    }

    private static List<Path> read(TrainingSetup setup) {
        try {
            return ReadPaths.of(setup);
        } catch (CoreException | IOException | InvalidPathException unreadable) {
            return List.of();
        }
    }

    /** With links followed as far as the path exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException missing) {
            return absolute.getParent() == null
                    ? absolute
                    : real(absolute.getParent()).resolve(absolute.getFileName());
        }
    }
}
