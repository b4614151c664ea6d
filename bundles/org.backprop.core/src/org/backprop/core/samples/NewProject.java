package org.backprop.core.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.backprop.core.model.ModelNature;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/**
 * Creates a project, as one change of the workspace.
 *
 * @param description its name and place
 * @param validated whether it gets the nature, so that its model files are validated when they are saved
 * @param example the example that is copied into it, if any
 */
public record NewProject(IProjectDescription description, boolean validated, Optional<Example> example) {

    /** The project, which need not exist yet. */
    public IProject project() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(description.getName());
    }

    /** The model file of the example, if there is one. */
    public Optional<IFile> model() {
        return example.map(chosen -> project().getFile(chosen.model()));
    }

    /**
     * Creates the project. If that fails or is canceled, there is none; files that lay in its folder before stay.
     *
     * @throws CoreException if the project exists, or a file cannot be written
     * @throws OperationCanceledException if {@code monitor} is canceled
     */
    public void create(IProgressMonitor monitor) throws CoreException {
        ResourcesPlugin.getWorkspace().run(this::createAtOnce, monitor);
    }

    private Path folder() {
        return description.getLocationURI() == null
                ? ResourcesPlugin.getWorkspace()
                        .getRoot()
                        .getLocation()
                        .append(description.getName())
                        .toPath()
                : Path.of(description.getLocationURI());
    }

    private void createAtOnce(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.create_project, description.getName()), 10);
        IProject project = project();
        boolean newFolder = !Files.exists(folder());
        project.create(description, progress.split(1));
        try {
            project.open(progress.split(1));
            if (validated) {
                ModelNature.addTo(project, progress.split(1));
            }
            if (example.isPresent()) {
                example.get().copyTo(project, progress.split(7));
            }
        } catch (CoreException | OperationCanceledException e) {
            project.delete(newFolder, true, null);
            throw e;
        }
    }
}
