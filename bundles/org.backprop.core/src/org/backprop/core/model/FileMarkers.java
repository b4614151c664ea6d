package org.backprop.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;

/** Keeps the markers of a type on a file as they should be. */
public final class FileMarkers {
    private FileMarkers() {}

    /**
     * Gives a file one marker for each wanted one, in one workspace operation. Markers that are as wanted stay; without a
     * difference the workspace is not touched. If the file is deleted meanwhile, its markers are gone with it.
     *
     * @param file an accessible file
     * @param wanted the attributes of each marker
     * @param isAsWanted whether a marker with the first attributes will do where the second ones are wanted
     */
    public static void set(
            IFile file,
            String type,
            List<Map<String, Object>> wanted,
            BiPredicate<Map<String, Object>, Map<String, Object>> isAsWanted)
            throws CoreException {
        try {
            update(file, type, wanted, isAsWanted);
        } catch (CoreException e) {
            if (file.isAccessible()) {
                throw e;
            }
        }
    }

    private static void update(
            IFile file,
            String type,
            List<Map<String, Object>> wanted,
            BiPredicate<Map<String, Object>, Map<String, Object>> isAsWanted)
            throws CoreException {
        List<Map<String, Object>> missing = new ArrayList<>(wanted);
        List<IMarker> stale = new ArrayList<>();
        for (IMarker marker : file.findMarkers(type, true, IResource.DEPTH_ZERO)) {
            Map<String, Object> now = marker.getAttributes();
            boolean known = missing.stream()
                    .filter(attributes -> isAsWanted.test(now, attributes))
                    .findFirst()
                    .map(missing::remove)
                    .orElse(false);
            if (!known) {
                stale.add(marker);
            }
        }
        if (!missing.isEmpty() || !stale.isEmpty()) {
            replace(file, type, stale, missing);
        }
    }

    private static void replace(IFile file, String type, List<IMarker> stale, List<Map<String, Object>> missing)
            throws CoreException {
        IWorkspace workspace = file.getWorkspace();
        ICoreRunnable operation = monitor -> {
            workspace.deleteMarkers(stale.toArray(IMarker[]::new));
            if (file.isAccessible()) {
                for (Map<String, Object> attributes : missing) {
                    file.createMarker(type, attributes);
                }
            }
        };
        workspace.run(operation, workspace.getRuleFactory().markerRule(file), IWorkspace.AVOID_UPDATE, null);
    }
}
