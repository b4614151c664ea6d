package org.backprop.editor.fixes;

import java.util.ArrayList;
import java.util.List;

import org.backprop.core.diagnosis.DiagnosisMarkers;
import org.backprop.core.diagnosis.Remedies;
import org.backprop.core.diagnosis.Remedy;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** What can be done about a finding: edits of the model file, and a look at the evidence. */
public final class DiagnosisFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return true;
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        List<IMarkerResolution> resolutions = new ArrayList<>();
        for (Remedy remedy : remedies(marker)) {
            resolutions.add(new RemedyResolution(remedy.label()));
        }
        resolutions.add(new ShowDiagnosis());
        return resolutions.toArray(IMarkerResolution[]::new);
    }

    /** What may mend the fault of a marker in the text that is being edited, or that is on disk. */
    static List<Remedy> remedies(IMarker marker) {
        try {
            return Remedies.of(
                    DiagnosisMarkers.fault(marker),
                    DiagnosisMarkers.layers(marker),
                    EditedText.of(marker.getResource()));
        } catch (CoreException e) {
            ILog.of(DiagnosisFixes.class).log(e.getStatus());
            return List.of();
        }
    }
}
