package org.backprop.core;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.backprop.core.model.ModelNature;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** A project of its own for one test, with the nature; closing deletes it with its files. */
public final class TestProject implements AutoCloseable {
    /** Trains in an instant: XOR, written as a CSV file beside it. */
    public static final String XOR = """
            backprop: 1
            name: xor
            data:
              csv: {path: xor.csv, target: y, header: true}
              split: {train: 4, validation: 0, test: 0}
            network:
              layers:
                - dense: {name: hidden, units: 4, activation: tanh}
                - dense: 1
            training:
              loss: mse
              optimizer: {sgd: {learning_rate: 0.1}}
              batch_size: 4
              epochs: 3
            """;

    private static final String XOR_DATA = "a,b,y\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n";

    private final IProject project;

    /** Creates the project; automatic builds are off, so that tests {@link #build}. */
    public TestProject(String name) throws CoreException {
        var workspace = ResourcesPlugin.getWorkspace();
        var description = workspace.getDescription();
        description.setAutoBuilding(false);
        workspace.setDescription(description);
        project = workspace.getRoot().getProject(name);
        project.create(null);
        project.open(null);
        ModelNature.addTo(project, null);
    }

    /** Returns the project. */
    public IProject project() {
        return project;
    }

    /** Returns the folder of the project on disk. */
    public Path folder() {
        return project.getLocation().toPath();
    }

    /** Writes {@code name}, or replaces its text. */
    public IFile file(String name, String text) throws CoreException {
        IFile file = project.getFile(name);
        if (file.getParent() instanceof IFolder folder && !folder.exists()) {
            folder.create(true, true, null);
        }
        file.write(text.getBytes(StandardCharsets.UTF_8), true, false, false, null);
        return file;
    }

    /** Writes {@link #XOR} and its data. */
    public IFile xor() throws CoreException {
        file("xor.csv", XOR_DATA);
        return file("xor.nn.yaml", XOR);
    }

    /** Writes {@link #XOR} with a sweep of two optimizers, and its data. */
    public IFile xorSweep() throws CoreException {
        xor();
        return file(
                "race.nn.yaml", XOR + "sweep:\n  vary: {training.optimizer: [sgd, adam]}\n  objective: loss/train\n");
    }

    /** Builds what changed. */
    public void build() throws CoreException {
        project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
    }

    @Override
    public void close() throws CoreException {
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        project.delete(true, true, null);
    }
}
