package org.backprop.editor.fixes;

import java.nio.file.Path;

import org.backprop.core.diagnosis.DiagnosisMarkers;
import org.backprop.ui.UiIds;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.statushandlers.StatusManager;

/** Shows the run of a finding in the Diagnosis view. */
final class ShowDiagnosis implements IMarkerResolution2 {

    @Override
    public String getLabel() {
        return Messages.show_label;
    }

    @Override
    public String getDescription() {
        return Messages.show_description;
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public void run(IMarker marker) {
        Path run = Path.of(marker.getAttribute(DiagnosisMarkers.RUN, ""));
        try {
            IViewPart view = PlatformUI.getWorkbench()
                    .getActiveWorkbenchWindow()
                    .getActivePage()
                    .showView(UiIds.DIAGNOSIS_VIEW);
            if (view instanceof IShowInTarget target) {
                target.show(new ShowInContext(run, new StructuredSelection(run)));
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
