package org.backprop.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;

/** Keeps the problem markers of a model file equal to what a reader found. */
public final class ModelMarkers {
    /** The marker type: a problem marker and a text marker. */
    public static final String TYPE = "org.backprop.core.problem";

    /** Marker attribute: name of the {@link org.backprop.model.Code} of the problem. */
    public static final String CODE = "code";

    private ModelMarkers() {}

    /**
     * Gives {@code file} one marker for each problem of {@code analysis}, in one workspace operation. Markers of
     * problems that were known before stay; without a difference the workspace is not touched.
     *
     * @param file the model file; nothing happens if it does not exist
     * @param analysis what was found in the file, or in the text of an editor on it
     */
    public static void update(IFile file, Analysis analysis) throws CoreException {
        if (!file.isAccessible()) {
            return;
        }
        var missing = new ArrayList<Map<String, Object>>();
        analysis.problems().forEach(problem -> missing.add(attributes(problem)));
        var stale = new ArrayList<IMarker>();
        for (IMarker marker : file.findMarkers(TYPE, true, IResource.DEPTH_ZERO)) {
            if (!missing.remove(marker.getAttributes())) {
                stale.add(marker);
            }
        }
        if (!missing.isEmpty() || !stale.isEmpty()) {
            replace(file, stale, missing);
        }
    }

    /** Reads {@code file} from disk and updates its markers; for an editor that closes without saving. */
    public static void refresh(IFile file) throws CoreException {
        if (file.isAccessible() && file.getLocation() != null) {
            update(file, ModelReader.read(file.getLocation().toPath()));
        }
    }

    private static void replace(IFile file, List<IMarker> stale, List<Map<String, Object>> missing)
            throws CoreException {
        IWorkspace workspace = file.getWorkspace();
        ICoreRunnable operation = monitor -> {
            workspace.deleteMarkers(stale.toArray(IMarker[]::new));
            if (file.isAccessible()) {
                for (Map<String, Object> attributes : missing) {
                    file.createMarker(TYPE, attributes);
                }
            }
        };
        workspace.run(operation, workspace.getRuleFactory().markerRule(file), IWorkspace.AVOID_UPDATE, null);
    }

    private static Map<String, Object> attributes(Problem problem) {
        var attributes = new HashMap<String, Object>();
        attributes.put(IMarker.MESSAGE, problem.message());
        attributes.put(
                IMarker.SEVERITY,
                problem.severity() == Severity.ERROR ? IMarker.SEVERITY_ERROR : IMarker.SEVERITY_WARNING);
        attributes.put(IMarker.LINE_NUMBER, problem.position().line());
        attributes.put(IMarker.CHAR_START, problem.position().offset());
        attributes.put(IMarker.CHAR_END, problem.position().end());
        attributes.put(CODE, problem.code());
        return attributes;
    }
}
