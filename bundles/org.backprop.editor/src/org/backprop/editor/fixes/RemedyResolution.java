package org.backprop.editor.fixes;

import java.util.List;
import java.util.Optional;

import org.backprop.core.diagnosis.Remedy;
import org.backprop.model.edit.TextChange;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;

/** Makes an edit that may mend a fault, and takes the marker away. */
final class RemedyResolution extends TextResolution {

    RemedyResolution(String label) {
        super(label, Messages.remedy_description);
    }

    @Override
    Optional<List<TextChange>> changes(IMarker marker) {
        return DiagnosisFixes.remedies(marker).stream()
                .filter(found -> found.label().equals(getLabel()))
                .findFirst()
                .map(Remedy::changes);
    }

    @Override
    void changed(IMarker marker) throws CoreException {
        marker.delete();
    }
}
