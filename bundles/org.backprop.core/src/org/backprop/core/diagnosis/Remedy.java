package org.backprop.core.diagnosis;

import java.util.List;

import org.backprop.model.edit.TextChange;

/**
 * An edit of a model file that may mend a fault.
 *
 * @param label what it does, for people
 * @param changes what to change, one after the other: offsets are those of the text after the changes before
 */
public record Remedy(String label, List<TextChange> changes) {

    /** Copies the list. */
    public Remedy {
        changes = List.copyOf(changes);
    }

    /** The text with the changes made. */
    public String apply(String text) {
        StringBuilder result = new StringBuilder(text);
        changes.forEach(change -> result.replace(change.offset(), change.end(), change.replacement()));
        return result.toString();
    }
}
