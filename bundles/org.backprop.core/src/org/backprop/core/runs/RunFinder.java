package org.backprop.core.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunTrash;
import org.backprop.runlog.sweep.SweepFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** Finds run folders in the workspace and on disk. */
final class RunFinder {
    static final String RECORD = "run.json";

    private RunFinder() {}

    /** Returns the run folders of every open project and those in {@code watched}, as absolute paths. */
    static Set<Path> find(Iterable<Path> watched) {
        return find(watched, RunFinder::in, RECORD);
    }

    /** Returns the folders of the sweeps of every open project and of those in {@code watched}, as absolute paths. */
    static Set<Path> findSweeps(Iterable<Path> watched) {
        return find(watched, RunFinder::sweepsIn, SweepFolder.INFO);
    }

    private static Set<Path> find(Iterable<Path> watched, Function<Path, List<Path>> in, String record) {
        var found = new LinkedHashSet<Path>();
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (project.isAccessible() && project.getLocation() != null) {
                found.addAll(in.apply(project.getLocation().toPath().resolve(RunsFolder.DEFAULT_NAME)));
                found.addAll(recordedIn(project, record));
            }
        }
        watched.forEach(folder -> found.addAll(in.apply(folder)));
        return found;
    }

    /** Returns the run folders in {@code folder} and below, the newest name first; none if it cannot be read. */
    static List<Path> in(Path folder) {
        try {
            return RunFolder.list(folder).stream().map(RunFolder::path).toList();
        } catch (IOException goneMeanwhile) {
            return List.of();
        }
    }

    /** Returns the folders of the sweeps in {@code folder}; none if it cannot be read. */
    static List<Path> sweepsIn(Path folder) {
        try {
            return SweepFolder.list(folder).stream().map(SweepFolder::path).toList();
        } catch (IOException goneMeanwhile) {
            return List.of();
        }
    }

    private static List<Path> recordedIn(IProject project, String record) {
        var found = new ArrayList<Path>();
        try {
            project.accept(proxy -> visit(proxy, record, found), IResource.NONE);
        } catch (CoreException closedMeanwhile) {
            return List.of();
        }
        return found;
    }

    private static boolean visit(IResourceProxy proxy, String record, List<Path> found) {
        if (proxy.getType() == IResource.FILE && proxy.getName().equals(record)) {
            IPath location = proxy.requestResource().getLocation();
            if (location != null && Files.isRegularFile(location.toPath())) {
                found.add(location.toPath().getParent());
            }
        }
        return !proxy.getName().equals(RunTrash.NAME);
    }
}
