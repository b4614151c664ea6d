package org.backprop.core.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.backprop.model.Analysis;
import org.backprop.model.Fix;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;

/** Keeps the problem markers of a model file equal to what a reader found. */
public final class ModelMarkers {
    /** The marker type: a problem marker and a text marker. */
    public static final String TYPE = "org.backprop.core.problem";

    /** Marker attribute: name of the {@link org.backprop.model.Code} of the problem. */
    public static final String CODE = "code";

    /** Marker attribute: the labels of the fixes of the problem, each on a line; absent for none. */
    public static final String FIXES = "fixes";

    private ModelMarkers() {}

    /** The labels of the fixes of a marker's problem. */
    public static List<String> fixes(IMarker marker) {
        return marker.getAttribute(FIXES, "").lines().toList();
    }

    /**
     * Analyses a text and gives {@code file} one marker for each problem, in one workspace operation. Markers of problems
     * that were known before stay; without a difference the workspace is not touched. Of two calls, the later one has the
     * last word, so {@code analyse} has to look at the text when it is called.
     *
     * @param file the model file; without it there are no markers
     * @param analyse what is found in the text of an editor on the file
     * @return what it found
     */
    public static synchronized Analysis update(IFile file, Supplier<Analysis> analyse) throws CoreException {
        Analysis analysis = analyse.get();
        if (file.isAccessible()) {
            update(file, analysis);
        }
        return analysis;
    }

    /** Updates the markers of {@code file} for the unsaved text of an open editor, or else for what is on disk. */
    public static synchronized void refresh(IFile file) throws CoreException {
        if (file.isAccessible() && file.getLocation() != null) {
            update(file, analyse(file));
        }
    }

    private static Analysis analyse(IFile file) {
        Path path = file.getLocation().toPath();
        ITextFileBuffer edited =
                ITextFileBufferManager.DEFAULT.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        return edited == null || !edited.isDirty()
                ? ModelReader.read(path)
                : ModelReader.read(
                        file.getName(), path.getParent(), edited.getDocument().get(), Map.of());
    }

    private static void update(IFile file, Analysis analysis) throws CoreException {
        FileMarkers.set(
                file,
                TYPE,
                analysis.problems().stream().map(ModelMarkers::attributes).toList(),
                Map::equals);
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
        if (!problem.fixes().isEmpty()) {
            attributes.put(FIXES, problem.fixes().stream().map(Fix::label).collect(Collectors.joining("\n")));
        }
        return attributes;
    }
}
