package org.backprop.core.launch;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

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
    private static final String JARS = "lib";

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
        var classpath = new ArrayList<>(jars(RUNTIME));
        if (classpath.isEmpty()) {
            throw LaunchProblem.NO_RUNTIME.with(RUNTIME);
        }
        String bundle = BACKENDS + backend + "." + Platform.getOS() + "." + Platform.getOSArch();
        List<Path> backendJars = jars(bundle);
        if (backendJars.isEmpty()) {
            throw LaunchProblem.NO_BACKEND.with(backend, bundle);
        }
        classpath.addAll(backendJars);
        return new TrainerProgram(classpath, MAIN_CLASS);
    }

    String pathArgument() {
        return String.join(
                File.pathSeparator, classpath.stream().map(Path::toString).toList());
    }

    private static List<Path> jars(String bundleName) throws CoreException {
        Bundle bundle = Platform.getBundle(bundleName);
        if (bundle == null) {
            return List.of();
        }
        var jars = new ArrayList<Path>();
        var entries = bundle.findEntries(JARS, "*.jar", false);
        for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
            jars.add(file(entry));
        }
        Collections.sort(jars);
        return jars;
    }

    /** A directory-shaped bundle gives the file itself; from a jar-shaped one the entry is extracted once. */
    private static Path file(URL entry) throws CoreException {
        try {
            return new File(FileLocator.toFileURL(entry).getPath()).toPath().toAbsolutePath();
        } catch (IOException unreadable) {
            throw LaunchProblem.NOT_STARTED.because(unreadable, unreadable.getLocalizedMessage());
        }
    }
}
