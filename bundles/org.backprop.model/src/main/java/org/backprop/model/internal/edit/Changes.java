package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.TextChange;

/** Collects the changes of one edit. Changes inside of a removed piece are dropped. */
final class Changes {

    private final List<TextChange> changes = new ArrayList<>();

    void insert(int at, String text) {
        replace(at, at, text);
    }

    void remove(int from, int to) {
        replace(from, to, "");
    }

    void replace(int from, int to, String text) {
        if (from != to || !text.isEmpty()) {
            changes.add(new TextChange(from, to - from, text));
        }
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** In the order of the text. */
    List<TextChange> list() throws EditRefusedException {
        List<TextChange> kept = changes.stream()
                .filter(change -> changes.stream()
                        .noneMatch(other -> other != change
                                && other.replacement().isEmpty()
                                && other.offset() <= change.offset()
                                && change.end() <= other.end()
                                && other.length() > change.length()
                                && (change.length() > 0
                                        || change.offset() > other.offset() && change.end() < other.end())))
                .sorted(Comparator.comparingInt(TextChange::offset).thenComparingInt(TextChange::end))
                .toList();
        for (int i = 1; i < kept.size(); i++) {
            if (kept.get(i - 1).end() > kept.get(i).offset()) {
                throw new EditRefusedException("several changes meet in one place: edit the source");
            }
        }
        return joined(kept);
    }

    /** Insertions at the same place become one, in the order in which they were asked for. */
    private static List<TextChange> joined(List<TextChange> sorted) {
        List<TextChange> joined = new ArrayList<>();
        for (TextChange change : sorted) {
            TextChange last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.end() == change.offset()) {
                joined.set(
                        joined.size() - 1,
                        new TextChange(
                                last.offset(),
                                last.length() + change.length(),
                                last.replacement() + change.replacement()));
            } else {
                joined.add(change);
            }
        }
        return List.copyOf(joined);
    }
}
