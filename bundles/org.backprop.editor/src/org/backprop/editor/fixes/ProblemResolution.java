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

/** Mends a problem of a model file. */
final class ProblemResolution extends TextResolution {

    ProblemResolution(String label) {
        super(label, Messages.problem_description);
    }

    @Override
    Optional<List<TextChange>> changes(IMarker marker) throws CoreException, EditRefusedException {
        String text = EditedText.of(marker.getResource());
        Optional<Fix> fix = fix(marker, text);
        return fix.isEmpty()
                ? Optional.empty()
                : Optional.of(ModelEdit.of(text).fix(fix.get()).stream()
                        .sorted(TextChange.BACKWARDS)
                        .toList());
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
                .flatMap(fixes -> fixes.stream()
                        .filter(fix -> fix.label().equals(getLabel()))
                        .findFirst());
    }
}
