package org.backprop.core.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.backprop.core.model.FileMarkers;
import org.backprop.core.runs.RunModels;
import org.backprop.model.Position;
import org.backprop.runlog.diagnosis.Fault;
import org.backprop.runlog.diagnosis.Finding;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** Keeps the diagnosis markers of a model file equal to what was found in its newest run. */
public final class DiagnosisMarkers {
    /** The marker type: a problem marker and a text marker, not kept between sessions. */
    public static final String TYPE = "org.backprop.core.diagnosis";

    /** Marker attribute: name of the {@link Fault}. */
    public static final String FAULT = "fault";

    /** Marker attribute: names of the layers at fault, in the order of the model, with commas between. */
    public static final String LAYERS = "layers";

    /** Marker attribute: folder of the run. */
    public static final String RUN = "run";

    private static final String SEPARATOR = ",";
    private static final List<String> IDENTITY =
            List.of(FAULT, LAYERS, RUN, IMarker.LINE_NUMBER, IMarker.CHAR_START, IMarker.CHAR_END);

    private DiagnosisMarkers() {}

    /** The fault that a marker tells of. */
    public static Fault fault(IMarker marker) {
        return Fault.valueOf(marker.getAttribute(FAULT, Fault.STALLED.name()));
    }

    /** The layers that a marker tells of. */
    public static List<String> layers(IMarker marker) {
        String layers = marker.getAttribute(LAYERS, "");
        return layers.isEmpty() ? List.of() : List.of(layers.split(SEPARATOR));
    }

    /** The marker of a finding; empty if it is not marked, because the run is not the newest or the file was edited. */
    public static Optional<IMarker> find(RunSnapshot run, Finding finding) throws CoreException {
        Optional<IFile> file = RunModels.file(run);
        IMarker[] markers = file.isEmpty() ? new IMarker[0] : file.get().findMarkers(TYPE, false, IResource.DEPTH_ZERO);
        return Arrays.stream(markers)
                .filter(marker ->
                        marker.getAttribute(RUN, "").equals(run.folder().toString())
                                && fault(marker) == finding.fault()
                                && layers(marker).equals(finding.layers()))
                .findFirst();
    }

    /**
     * Gives {@code file} one marker for each finding, in one workspace operation; markers that are as they should be stay.
     *
     * @param complete whether the figures are the last ones; while they change, a marker keeps the text it had at first
     */
    static void update(IFile file, List<PlacedFinding> findings, String run, boolean complete) throws CoreException {
        if (!file.isAccessible()) {
            return;
        }
        FileMarkers.set(
                file,
                TYPE,
                findings.stream().map(placed -> attributes(placed, run)).toList(),
                (now, wanted) -> isSame(now, wanted)
                        && (!complete || Objects.equals(now.get(IMarker.MESSAGE), wanted.get(IMarker.MESSAGE))));
    }

    private static boolean isSame(Map<String, Object> marker, Map<String, Object> wanted) {
        return IDENTITY.stream().allMatch(key -> Objects.equals(marker.get(key), wanted.get(key)));
    }

    private static Map<String, Object> attributes(PlacedFinding placed, String run) {
        Position position = placed.position();
        return Map.of(
                IMarker.MESSAGE,
                placed.finding().message(),
                IMarker.SEVERITY,
                IMarker.SEVERITY_WARNING,
                IMarker.LINE_NUMBER,
                position.line(),
                IMarker.CHAR_START,
                position.offset(),
                IMarker.CHAR_END,
                position.end(),
                FAULT,
                placed.finding().fault().name(),
                LAYERS,
                String.join(SEPARATOR, placed.finding().layers()),
                RUN,
                run);
    }
}
