package org.backprop.model.edit;

import java.util.Comparator;
import java.util.List;

/**
 * A piece of a text put in place of another.
 *
 * @param offset where the old piece starts, in UTF-16 chars of the text before any change
 * @param length length of the old piece, 0 to insert
 * @param replacement the new piece, empty to delete
 */
public record TextChange(int offset, int length, String replacement) {

    /** The order from the end of the text to its start, in which changes can be made one after the other. */
    public static final Comparator<TextChange> BACKWARDS =
            Comparator.comparingInt(TextChange::offset).reversed();

    /** The offset behind the old piece. */
    public int end() {
        return offset + length;
    }

    /** The text with all changes made; they do not overlap, and their offsets are those of {@code text}. */
    public static String apply(String text, List<TextChange> changes) {
        StringBuilder result = new StringBuilder(text);
        changes.stream()
                .sorted(BACKWARDS)
                .forEach(change -> result.replace(change.offset(), change.end(), change.replacement()));
        return result.toString();
    }
}
