package org.backprop.model.internal.edit;

import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/** Removes entries of lists in brackets and mappings in braces with the comma that belongs to them. */
final class FlowEdits {

    private final Source source;
    private final Changes changes;

    FlowEdits(Source source, Changes changes) {
        this.source = source;
        this.changes = changes;
    }

    /**
     * Removes entries, runs of neighbours with one comma each.
     *
     * @param size number of all entries
     * @param start where an entry starts
     * @param end the offset behind an entry
     */
    void remove(TreeSet<Integer> indexes, int size, IntUnaryOperator start, IntUnaryOperator end) {
        for (int first : indexes) {
            if (indexes.contains(first - 1)) {
                continue;
            }
            int last = first;
            while (indexes.contains(last + 1)) {
                last++;
            }
            remove(
                    start.applyAsInt(first),
                    end.applyAsInt(last),
                    first > 0 ? end.applyAsInt(first - 1) : -1,
                    last + 1 < size ? start.applyAsInt(last + 1) : -1);
        }
    }

    /**
     * Removes an entry; comments beside it stay.
     *
     * @param from where it starts
     * @param to the offset behind it
     * @param previousEnd the offset behind the entry before it; -1 if it is the first
     * @param nextStart where the entry after it starts; -1 if it is the last
     */
    private void remove(int from, int to, int previousEnd, int nextStart) {
        if (nextStart >= 0) {
            int comma = comma(to, nextStart);
            int behind = blank(comma + 1, nextStart) ? nextStart : comma + 1;
            if (blank(to, comma)) {
                changes.remove(from, behind);
            } else {
                changes.remove(from, to);
                changes.remove(comma, behind);
            }
        } else if (previousEnd >= 0) {
            int comma = comma(previousEnd, from);
            if (blank(comma + 1, from)) {
                changes.remove(comma, to);
            } else {
                changes.remove(comma, comma + 1);
                changes.remove(from, to);
            }
            removeTrailingComma(to);
        } else {
            changes.remove(from, to);
            removeTrailingComma(to);
        }
    }

    private void removeTrailingComma(int to) {
        int at = skipBlankAndComments(to);
        if (at < source.text().length() && source.text().charAt(at) == ',') {
            changes.remove(at, at + 1);
        }
    }

    /** Offset of the comma between two offsets, outside of comments; -1 if there is none. */
    int comma(int from, int to) {
        int at = skipBlankAndComments(from);
        return at < to && source.text().charAt(at) == ',' ? at : -1;
    }

    private int skipBlankAndComments(int from) {
        String text = source.text();
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = source.lines().end(at);
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private boolean blank(int from, int to) {
        return source.part(from, to).isBlank();
    }
}
