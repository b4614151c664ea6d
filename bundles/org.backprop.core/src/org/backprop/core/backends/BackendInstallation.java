package org.backprop.core.backends;

import java.nio.file.Path;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Brings the libraries of a backend onto this machine. All methods but {@link #bytes} and {@link #size} may take long. */
public interface BackendInstallation {
    /** Returns how many bytes are downloaded. */
    long bytes();

    /** Returns the same for people, such as {@code 2.4 GB}. */
    default String size() {
        double mega = bytes() / 1e6;
        return mega < 1000 ? String.format("%.0f MB", mega) : String.format("%.1f GB", mega / 1000);
    }

    /** Returns the folder that receives the jars, the same as for the command line. */
    Path folder();

    /**
     * Downloads the jars and verifies them. What a cancelled installation has loaded is used by the next one.
     *
     * @throws CoreException if they cannot be had; with the severity {@code CANCEL} if the monitor was cancelled
     */
    void install(IProgressMonitor monitor) throws CoreException;

    /**
     * Takes the jars from a folder, for machines without a network.
     *
     * @throws CoreException if the folder lacks some; the message names them
     */
    void installFrom(Path jars, IProgressMonitor monitor) throws CoreException;

    /** Deletes the jars. */
    void uninstall() throws CoreException;
}
