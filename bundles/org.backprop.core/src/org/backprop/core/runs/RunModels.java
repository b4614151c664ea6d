package org.backprop.core.runs;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;

/** Finds the model files that runs were made from. */
public final class RunModels {
    private RunModels() {}

    /** The run's model file if it is in the workspace; its path may be relative to a folder that holds the run. */
    public static Optional<IFile> file(RunSnapshot run) {
        return run.info().flatMap(info -> path(info.model().file())).flatMap(model -> find(model, run.folder()));
    }

    /** Whether a run was made from the model file at an absolute path. */
    public static boolean isOf(RunSnapshot run, Path model) {
        Optional<Path> recorded = run.info().flatMap(info -> path(info.model().file()));
        if (recorded.isEmpty() || !recorded.get().getFileName().equals(model.getFileName())) {
            return false;
        }
        for (Path base = run.folder(); base != null; base = base.getParent()) {
            if (base.resolve(recorded.get()).normalize().equals(model)) {
                return true;
            }
        }
        return false;
    }

    /** The newest run that was made from the model file at an absolute path. */
    public static Optional<RunSnapshot> newest(RunsSnapshot runs, Path model) {
        return runs.runs().stream().filter(run -> isOf(run, model)).findFirst();
    }

    private static Optional<IFile> find(Path model, Path folder) {
        if (model.isAbsolute()) {
            return inWorkspace(model);
        }
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

    static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException fromAnotherPlatform) {
            return Optional.empty();
        }
    }
}
