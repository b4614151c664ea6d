package org.backprop.core.model;

import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Marks a project whose model files are validated by the {@link ModelBuilder}. */
public final class ModelNature implements IProjectNature {
    /** The id of this nature. */
    public static final String ID = "org.backprop.core.nature";

    private IProject project;

    /** Says whether {@code project} is open and has this nature. */
    public static boolean isOn(IProject project) {
        try {
            return project.isAccessible() && project.hasNature(ID);
        } catch (CoreException closedMeanwhile) {
            return false;
        }
    }

    /** Adds this nature to {@code project}, which must be open; does nothing if it has it. */
    public static void addTo(IProject project, IProgressMonitor monitor) throws CoreException {
        if (!project.hasNature(ID)) {
            IProjectDescription description = project.getDescription();
            description.setNatureIds(Stream.concat(Arrays.stream(description.getNatureIds()), Stream.of(ID))
                    .toArray(String[]::new));
            project.setDescription(description, monitor);
        }
    }

    /** Takes this nature and the markers of its builder from {@code project}, which must be open. */
    public static void removeFrom(IProject project, IProgressMonitor monitor) throws CoreException {
        if (project.hasNature(ID)) {
            IProjectDescription description = project.getDescription();
            description.setNatureIds(Arrays.stream(description.getNatureIds())
                    .filter(id -> !id.equals(ID))
                    .toArray(String[]::new));
            project.setDescription(description, monitor);
        }
    }

    @Override
    public void configure() throws CoreException {
        IProjectDescription description = project.getDescription();
        ICommand[] commands = description.getBuildSpec();
        if (Arrays.stream(commands).anyMatch(ModelNature::isOurs)) {
            return;
        }
        ICommand command = description.newCommand();
        command.setBuilderName(ModelBuilder.ID);
        description.setBuildSpec(
                Stream.concat(Arrays.stream(commands), Stream.of(command)).toArray(ICommand[]::new));
        project.setDescription(description, null);
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(Arrays.stream(description.getBuildSpec())
                .filter(command -> !isOurs(command))
                .toArray(ICommand[]::new));
        project.setDescription(description, null);
        project.deleteMarkers(ModelMarkers.TYPE, true, IResource.DEPTH_INFINITE);
    }

    private static boolean isOurs(ICommand command) {
        return command.getBuilderName().equals(ModelBuilder.ID);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }
}
