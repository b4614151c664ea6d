package org.backprop.core.backends;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * A place where a training can compute. Implementations are contributed to the extension point
 * {@code org.backprop.core.backends}; they have a public constructor without parameters and may be called on any thread.
 */
public interface Backend {
    /** Returns the jars that the trainer needs beside its own, in order; empty if it is not installed. Reads folders. */
    List<Path> jars() throws CoreException;

    /** Returns whether its jars come before the trainer's own on the class path. */
    default boolean isFirst() {
        return false;
    }

    /** Returns the variables of the environment that its libraries need. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Finds out what state it is in. May start a process and take seconds. */
    BackendState state(IProgressMonitor monitor) throws CoreException;

    /** Returns how to install it; empty if it comes with the plug-ins. */
    default Optional<BackendInstallation> installation() {
        return Optional.empty();
    }
}
