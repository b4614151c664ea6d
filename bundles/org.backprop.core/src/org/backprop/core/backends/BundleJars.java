package org.backprop.core.backends;

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
import org.eclipse.core.runtime.Status;
import org.osgi.framework.Bundle;

/** The jars that a bundle without code carries in its folder {@code lib}. */
public final class BundleJars {
    private static final String FOLDER = "lib";

    private BundleJars() {}

    /** Returns the jars in the order of their names; empty if the bundle is not installed. */
    public static List<Path> of(String bundleName) throws CoreException {
        return of(bundleName, FOLDER);
    }

    /** Returns the jars in another folder of the bundle, see {@link #of(String)}. */
    public static List<Path> of(String bundleName, String folder) throws CoreException {
        Bundle bundle = Platform.getBundle(bundleName);
        if (bundle == null) {
            return List.of();
        }
        var jars = new ArrayList<Path>();
        var entries = bundle.findEntries(folder, "*.jar", false);
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
            throw new CoreException(Status.error(unreadable.getLocalizedMessage(), unreadable));
        }
    }
}
