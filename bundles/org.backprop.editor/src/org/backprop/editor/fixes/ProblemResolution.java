package org.backprop.editor.fixes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.backprop.core.model.ModelMarkers;
import org.backprop.editor.validation.Validator;
import org.backprop.model.Fix;
import org.backprop.model.Problem;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.edit.TextChange;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Mends a problem in the text as it is now.
 *
 * @param label what is done
 */
record ProblemResolution(String label) implements IMarkerResolution2 {

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public String getDescription() {
        return NLS.bind(Messages.problem_description, label);
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public void run(IMarker marker) {
        try {
            IFile file = (IFile) marker.getResource();
            String text = EditedText.of(file);
            Optional<Fix> fix = fix(marker, text);
            if (fix.isPresent()) {
                List<TextChange> changes = ModelEdit.of(text).fix(fix.get());
                EditedText.change(
                        file, changes.stream().sorted(TextChange.BACKWARDS).toList());
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

    /** The fix of the same problem in a text that may have changed since the marker was set. */
    private Optional<Fix> fix(IMarker marker, String text) {
        String message = marker.getAttribute(IMarker.MESSAGE, "");
        int offset = marker.getAttribute(IMarker.CHAR_START, 0);
        return Validator.analyse(text, (IFile) marker.getResource()).problems().stream()
                .filter(problem -> problem.message().equals(message)
                        && problem.code().equals(marker.getAttribute(ModelMarkers.CODE, "")))
                .min(Comparator.comparingInt(
                        problem -> Math.abs(problem.position().offset() - offset)))
                .map(Problem::fixes)
                .flatMap(fixes ->
                        fixes.stream().filter(fix -> fix.label().equals(label)).findFirst());
    }
}
