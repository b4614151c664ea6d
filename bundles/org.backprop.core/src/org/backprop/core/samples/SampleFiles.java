package org.backprop.core.samples;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/** The files of the bundle with the samples. */
final class SampleFiles {
    private static final String BUNDLE = "org.backprop.samples";
    private static final String INDEX = "samples.properties";

    private SampleFiles() {}

    /** What the index of the samples says: titles, descriptions and the order of both kinds. */
    static Properties index() {
        Properties index = new Properties();
        try (InputStream in = entry(INDEX).openStream()) {
            index.load(in);
            return index;
        } catch (IOException e) {
            throw new IllegalStateException(INDEX, e);
        }
    }

    /** The names that the index lists under a key. */
    static List<String> listed(Properties index, String key) {
        return Arrays.stream(index.getProperty(key).split(","))
                .map(String::strip)
                .toList();
    }

    /** The text of a file. */
    static String text(String path) {
        try (InputStream in = entry(path).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** Where a file is. */
    static URL entry(String path) {
        return Platform.getBundle(BUNDLE).getEntry(path);
    }

    /**
     * Copies the files below a folder of the bundle; files that are there stay as they are.
     *
     * @throws CoreException if a file cannot be written
     */
    static void copy(String folder, IContainer to, IProgressMonitor monitor) throws CoreException {
        Enumeration<URL> found = Platform.getBundle(BUNDLE).findEntries(folder, "*", true);
        List<URL> entries = Collections.list(found);
        SubMonitor progress = SubMonitor.convert(monitor, entries.size());
        for (URL entry : entries) {
            IPath path = IPath.fromPortableString(entry.getPath()).makeRelative();
            IPath below =
                    path.removeFirstSegments(IPath.fromPortableString(folder).segmentCount());
            if (!entry.getPath().endsWith("/")) {
                copy(entry, to.getFile(below), progress.split(1));
            }
        }
    }

    private static void copy(URL entry, IFile file, IProgressMonitor monitor) throws CoreException {
        if (file.exists()) {
            return;
        }
        create(file.getParent());
        try (InputStream content = entry.openStream()) {
            file.create(content, IResource.FORCE, monitor);
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.copy_failed, file.getFullPath()), e));
        }
    }

    private static void create(IContainer container) throws CoreException {
        if (container instanceof IFolder folder && !folder.exists()) {
            create(folder.getParent());
            folder.create(true, true, null);
        }
    }
}
