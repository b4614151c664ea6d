package org.backprop.editor.fixes;

import java.util.Optional;

import org.backprop.core.diagnosis.Remedy;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Makes an edit that may mend a fault, and takes the marker away.
 *
 * @param label what it does
 */
record RemedyResolution(String label) implements IMarkerResolution2 {

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public String getDescription() {
        return NLS.bind(Messages.remedy_description, label);
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public void run(IMarker marker) {
        try {
            Optional<Remedy> remedy = DiagnosisFixes.remedies(marker).stream()
                    .filter(found -> found.label().equals(label))
                    .findFirst();
            if (remedy.isPresent()) {
                EditedText.change((IFile) marker.getResource(), remedy.get().changes());
                marker.delete();
            } else {
                StatusManager.getManager()
                        .handle(Status.warning(NLS.bind(Messages.remedy_gone, label)), StatusManager.SHOW);
            }
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
