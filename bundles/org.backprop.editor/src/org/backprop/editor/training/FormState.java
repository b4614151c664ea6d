package org.backprop.editor.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.DataSection;
import org.backprop.model.Position;
import org.backprop.model.form.FormField;

/**
 * What the page shows of one state of the text.
 *
 * @param text the text, with what is being typed
 * @param sections the sections of the file by their keys; empty if the text could not be read
 * @param problems what is wrong, by the paths of fields and entries of lists
 * @param headline a problem for the head of the page, empty for none: why the text could not be read, or the first problem
 * @param at where that problem is
 * @param count number of problems in the sections of the page
 * @param data the data section, if it has no errors of its own
 * @param classifies whether the loss needs classes, if the training section has no errors of its own
 * @param curve the planned learning rate
 */
public record FormState(
        String text,
        Map<String, FormField> sections,
        Map<List<String>, FieldProblem> problems,
        String headline,
        Position at,
        int count,
        Optional<DataSection> data,
        Optional<Boolean> classifies,
        ScheduleCurve curve) {

    /** Whether the text could be read. */
    boolean isReadable() {
        return !sections.isEmpty();
    }
}
