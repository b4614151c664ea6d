package org.backprop.core.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.backprop.runlog.run.RunTrash;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;

/**
 * The folders with the deleted runs of the workspace.
 *
 * @param folders absolute paths of the folders in which there is a trash
 * @param runs number of deleted runs
 * @param bytes of all their files
 */
public record TrashFolders(List<Path> folders, int runs, long bytes) {
    /** Looks beside all runs that are known, in the runs folder of each open project and in the folders that were added. */
    public static TrashFolders find(RunService service) throws IOException {
        List<Path> folders = places(service).stream()
                .filter(folder -> Files.isDirectory(folder.resolve(RunTrash.NAME)))
                .toList();
        int runs = 0;
        long bytes = 0;
        for (Path folder : folders) {
            Path trash = folder.resolve(RunTrash.NAME);
            try (Stream<Path> deleted = Files.list(trash)) {
                runs += (int) deleted.count();
            }
            bytes += RunTrash.bytes(trash);
        }
        return new TrashFolders(folders, runs, bytes);
    }

    private static Set<Path> places(RunService service) {
        Set<Path> places = new LinkedHashSet<>(service.addedFolders());
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (project.isAccessible() && project.getLocation() != null) {
                places.add(project.getLocation().toPath().resolve(RunsFolder.DEFAULT_NAME));
            }
        }
        service.snapshot().runs().forEach(run -> places.add(run.folder().getParent()));
        return places;
    }

    /** Deletes them for good. */
    public void empty() throws IOException {
        for (Path folder : folders) {
            RunTrash.empty(folder);
            RunsOperation.refresh(folder);
        }
    }
}
