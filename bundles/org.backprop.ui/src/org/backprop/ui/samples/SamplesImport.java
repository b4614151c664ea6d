package org.backprop.ui.samples;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;

import org.backprop.core.model.ModelNature;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/** Copies the samples that come with Backprop into a project of the workspace. Files that are there stay as they are. */
public final class SamplesImport {
    /** Name of the project that receives the samples. */
    public static final String PROJECT = "Backprop Samples";
    /** The sample to look at first, relative to the project. */
    public static final IPath FIRST_MODEL = IPath.fromPortableString("digits-mlp/digits-mlp.nn.yaml");

    private static final String BUNDLE = "org.backprop.samples";
    private static final List<String> NOT_SAMPLES = List.of("META-INF/", "plugin.properties", "plugin.xml");

    private SamplesImport() {}

    /** The project, which need not exist. */
    public static IProject project() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
    }

    /**
     * Creates or completes the project, as one change of the workspace.
     *
     * @throws CoreException if a file cannot be written or the project's folder holds something else
     */
    public static void run(IProgressMonitor monitor) throws CoreException {
        ResourcesPlugin.getWorkspace().run(SamplesImport::copy, monitor);
    }

    private static void copy(IProgressMonitor monitor) throws CoreException {
        List<URL> entries = Collections.list(Platform.getBundle(BUNDLE).findEntries("/", "*", true));
        SubMonitor progress = SubMonitor.convert(monitor, Messages.import_task, entries.size() + 2);
        IProject project = project();
        if (!project.exists()) {
            project.create(progress.split(1));
        }
        project.open(progress.split(1));
        ModelNature.addTo(project, null);
        for (URL entry : entries) {
            copy(entry, project, progress.split(1));
        }
    }

    private static void copy(URL entry, IProject project, IProgressMonitor monitor) throws CoreException {
        String path = entry.getPath().substring(1);
        if (path.endsWith("/") || NOT_SAMPLES.stream().anyMatch(path::startsWith)) {
            return;
        }
        IFile file = project.getFile(path);
        if (file.exists()) {
            return;
        }
        createFolder(file.getParent());
        try (InputStream content = entry.openStream()) {
            file.create(content, IResource.FORCE, monitor);
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.import_failed, path), e));
        }
    }

    private static void createFolder(IContainer container) throws CoreException {
        if (container instanceof IFolder folder && !folder.exists()) {
            createFolder(folder.getParent());
            folder.create(true, true, null);
        }
    }
}
