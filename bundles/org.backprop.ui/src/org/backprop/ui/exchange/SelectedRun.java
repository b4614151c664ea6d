package org.backprop.ui.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.backprop.runlog.run.RunFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;

/** The run that is selected: a row of the view of runs, which adapts to its folder, or the folder in the workspace. */
final class SelectedRun {
    private SelectedRun() {}

    static Optional<Path> of(IStructuredSelection selection) {
        Object first = selection.getFirstElement();
        Optional<Path> run = Optional.ofNullable(Adapters.adapt(first, Path.class));
        return run.isPresent() ? run : folder(first);
    }

    private static Optional<Path> folder(Object first) {
        return Optional.ofNullable(Adapters.adapt(first, IResource.class))
                .map(IResource::getLocation)
                .map(location -> location.toPath())
                .filter(folder -> Files.exists(new RunFolder(folder).infoFile()));
    }
}
