package org.backprop.core.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.backprop.core.backends.BackendDescriptor;
import org.backprop.core.backends.Backends;
import org.backprop.core.backends.BundleJars;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;

/**
 * What the trainer's virtual machine runs.
 *
 * @param classpath jars and class folders, in order
 * @param mainClass fully qualified name of the main class
 */
record TrainerProgram(List<Path> classpath, String mainClass) {
    private static final String MAIN_CLASS = "org.backprop.engine.cli.Main";
    private static final String RUNTIME = "org.backprop.runtime";
    private static final String BACKENDS = "org.backprop.backend.";

    TrainerProgram {
        classpath = List.copyOf(classpath);
    }

    /** Finds a trainer program for a backend; fails if it is not installed. */
    interface Source {
        TrainerProgram locate(String backend) throws CoreException;
    }

    /**
     * Returns the trainer that is installed in this IDE with the jars of {@code backend} for this platform.
     *
     * @throws CoreException {@link LaunchProblem#NO_RUNTIME} or {@link LaunchProblem#NO_BACKEND}
     */
    static TrainerProgram installed(String backend) throws CoreException {
        var classpath = new ArrayList<>(BundleJars.of(RUNTIME));
        if (classpath.isEmpty()) {
            throw LaunchProblem.NO_RUNTIME.with(RUNTIME);
        }
        BackendDescriptor found =
                Backends.find(backend).orElseThrow(() -> LaunchProblem.NO_BACKEND.with(backend, bundle(backend)));
        List<Path> backendJars = found.backend().jars();
        if (backendJars.isEmpty()) {
            throw LaunchProblem.NO_BACKEND.with(backend, bundle(backend));
        }
        classpath.addAll(found.backend().isFirst() ? 0 : classpath.size(), backendJars);
        return new TrainerProgram(classpath, MAIN_CLASS);
    }

    /** Returns the same program with further jars behind its own. */
    TrainerProgram and(List<Path> jars) {
        var all = new ArrayList<>(classpath);
        all.addAll(jars);
        return new TrainerProgram(all, mainClass);
    }

    private static String bundle(String backend) {
        return BACKENDS + backend + "." + Platform.getOS() + "." + Platform.getOSArch();
    }

    String pathArgument() {
        return String.join(
                File.pathSeparator, classpath.stream().map(Path::toString).toList());
    }
}
