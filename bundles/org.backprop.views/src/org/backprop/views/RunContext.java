package org.backprop.views;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** Opens what belongs to a run. */
public final class RunContext {

    private RunContext() {}

    /** Opens the run's model file; if it is gone, the text that the run recorded, read-only. */
    public static void openModel(RunSnapshot run, IWorkbenchPage page) throws PartInitException {
        Optional<IFile> file = modelFile(run);
        if (file.isPresent()) {
            IDE.openEditor(page, file.get());
        } else {
            openRecordedModel(run, page);
        }
    }

    /** Opens the text of the model file as the run recorded it, read-only. */
    public static void openRecordedModel(RunSnapshot run, IWorkbenchPage page) throws PartInitException {
        if (run.info().isPresent()) {
            page.openEditor(new RecordedModel(run.info().get().model()), UiIds.EDITOR);
        }
    }

    /** The run's model file if it is in the workspace; its path may be relative to a folder that holds the run. */
    public static Optional<IFile> modelFile(RunSnapshot run) {
        return run.info().flatMap(info -> path(info.model().file())).flatMap(model -> find(model, run.folder()));
    }

    private static Optional<IFile> find(Path model, Path folder) {
        for (Path base = folder; base != null; base = base.getParent()) {
            Optional<IFile> file = inWorkspace(base.resolve(model));
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    private static Optional<IFile> inWorkspace(Path path) {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri()))
                .filter(IResource::exists)
                .findFirst();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException fromAnotherPlatform) {
            return Optional.empty();
        }
    }
}
