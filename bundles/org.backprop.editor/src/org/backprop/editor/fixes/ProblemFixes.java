package org.backprop.editor.fixes;

import org.backprop.core.model.ModelMarkers;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** The obvious changes that mend a problem of a model file, as the reader found them. */
public final class ProblemFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return !ModelMarkers.fixes(marker).isEmpty();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return ModelMarkers.fixes(marker).stream().map(ProblemResolution::new).toArray(IMarkerResolution[]::new);
    }
}
