package org.backprop.core.samples;

import org.backprop.core.model.ModelNature;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** Copies all examples into one project of the workspace, a folder each. Files that are there stay as they are. */
public final class AllExamples {
    /** Name of the project that receives the examples. */
    public static final String PROJECT = "Backprop Samples";
    /** The model to look at first, relative to the project. */
    public static final IPath FIRST_MODEL = IPath.fromPortableString("digits-mlp/digits-mlp.nn.yaml");

    private AllExamples() {}

    /** The project, which need not exist. */
    public static IProject project() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
    }

    /**
     * Creates or completes the project, as one change of the workspace.
     *
     * @throws CoreException if a file cannot be written or the project's folder holds something else
     */
    public static void copy(IProgressMonitor monitor) throws CoreException {
        ResourcesPlugin.getWorkspace().run(AllExamples::copyAtOnce, monitor);
    }

    private static void copyAtOnce(IProgressMonitor monitor) throws CoreException {
        var examples = Example.all();
        SubMonitor progress = SubMonitor.convert(monitor, Messages.copy_task, examples.size() + 2);
        IProject project = project();
        if (!project.exists()) {
            project.create(progress.split(1));
        }
        project.open(progress.split(1));
        ModelNature.addTo(project, null);
        for (Example example : examples) {
            IFolder folder = project.getFolder(example.name());
            example.copyTo(folder, progress.split(1));
        }
    }
}
