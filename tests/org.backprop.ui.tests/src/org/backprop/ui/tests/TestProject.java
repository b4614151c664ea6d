package org.backprop.ui.tests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.backprop.core.model.ModelMarkers;
import org.backprop.core.model.ModelNature;
import org.backprop.editor.EditorPreferences;
import org.backprop.editor.ModelEditor;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** A project with the nature, deleted with its contents when closed; editors on its files are closed too. They open with the source. */
final class TestProject implements AutoCloseable {
    private final IProject project;

    TestProject(String name) throws CoreException {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
        ModelNature.addTo(project, null);
        EditorPreferences.own().setValue(EditorPreferences.OPEN_PAGE, ModelEditor.SOURCE);
    }

    IFile file(String name, String text) throws CoreException {
        IFile file = project.getFile(name);
        file.create(text.getBytes(StandardCharsets.UTF_8), true, false, null);
        return file;
    }

    IProject project() {
        return project;
    }

    Path runs() {
        return project.getLocation().toPath().resolve("runs");
    }

    void refresh() throws CoreException {
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    static List<IMarker> problems(IFile file) {
        try {
            return Arrays.asList(file.findMarkers(ModelMarkers.TYPE, true, IResource.DEPTH_ZERO));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws CoreException {
        Ui.page().closeAllEditors(false);
        project.delete(true, true, null);
    }
}
