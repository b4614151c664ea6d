package org.backprop.editor.training;

import java.util.List;

import org.backprop.editor.page.TextEdits.Edit;
import org.backprop.model.edit.TypedValue;
import org.backprop.model.form.FormField;

/**
 * A value that is being typed and not yet in the text.
 *
 * @param field whose value it is
 * @param text as typed; empty for the default
 */
record Typed(FormField field, String text) {

    List<String> path() {
        return field.path();
    }

    /** What makes it a part of the text. */
    Edit edit() {
        return text.isBlank()
                ? edit -> edit.remove(path())
                : edit -> edit.set(path(), TypedValue.yaml(field.parameter(), text));
    }
}
