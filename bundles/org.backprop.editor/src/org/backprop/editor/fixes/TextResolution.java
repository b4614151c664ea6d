package org.backprop.editor.fixes;

import java.util.List;
import java.util.Optional;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.TextChange;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.statushandlers.StatusManager;

/** Mends what a marker tells of by a change of the text, as it is when the user asks for it. */
abstract class TextResolution implements IMarkerResolution2 {

    private final String label;
    private final String description;

    /**
     * A resolution.
     *
     * @param label what is done
     * @param description more about that, with the label as its argument
     */
    TextResolution(String label, String description) {
        this.label = label;
        this.description = NLS.bind(description, label);
    }

    /** The changes, one after the other; empty if what was offered does not fit the text any more. */
    abstract Optional<List<TextChange>> changes(IMarker marker) throws CoreException, EditRefusedException;

    /** The text was changed. */
    void changed(IMarker marker) throws CoreException {}

    @Override
    public final String getLabel() {
        return label;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final Image getImage() {
        return null;
    }

    @Override
    public final void run(IMarker marker) {
        try {
            Optional<List<TextChange>> changes = changes(marker);
            if (changes.isPresent()) {
                EditedText.change((IFile) marker.getResource(), changes.get());
                changed(marker);
            } else {
                warn(NLS.bind(Messages.remedy_gone, label));
            }
        } catch (EditRefusedException e) {
            warn(NLS.bind(Messages.problem_refused, label, e.getMessage()));
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static void warn(String message) {
        StatusManager.getManager().handle(Status.warning(message), StatusManager.SHOW);
    }
}
