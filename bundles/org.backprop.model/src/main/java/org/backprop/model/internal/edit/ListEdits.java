package org.backprop.model.internal.edit;

import java.util.List;
import java.util.TreeSet;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.internal.edit.Syntax.Pair;

/** Inserts and removes entries of a list that is the value of a key, in the style around it. */
final class ListEdits {

    private static final String LAYOUT = "the list cannot be changed as it is laid out: edit the source";

    private final Source source;
    private final Lines lines;
    private final Changes changes;

    ListEdits(Source source, Changes changes) {
        this.source = source;
        this.lines = source.lines();
        this.changes = changes;
    }

    /** Inserts entries before that at {@code index}, or at the end. */
    void insert(Pair owner, int index, List<ItemText> items) throws EditRefusedException {
        if (items.isEmpty()) {
            return;
        }
        source.requireUnsharedAround(owner.value());
        switch (owner.value()) {
            case Syntax.Scalar none when none.isEmpty() -> insertLines(none.end(), below(owner), items);
            case Syntax.Sequence list when list.items().isEmpty() -> fill(owner, list, items);
            case Syntax.Sequence list when list.flow() -> insertFlow(list, index, items);
            case Syntax.Sequence list -> insertBlock(list, index, items);
            default -> throw new EditRefusedException("the value is not a list");
        }
    }

    private int below(Pair owner) {
        return lines.column(owner.start()) + source.step();
    }

    /** Writes the entries of a list that is empty on lines of their own, if they can stand there. */
    private void fill(Pair owner, Syntax.Sequence list, List<ItemText> items) throws EditRefusedException {
        boolean ownLine = lines.isFirst(list.start());
        boolean afterKey = lines.isFirst(owner.start())
                || source.part(lines.start(owner.start()), owner.start())
                        .strip()
                        .equals("-");
        if (!lines.isLast(list.end()) || list.anchor() != null || !ownLine && !afterKey) {
            changes.insert(list.content() + 1, flow(items));
        } else if (ownLine) {
            changes.replace(list.start(), list.end(), lines(items, lines.column(list.start())));
        } else {
            changes.remove(colon(owner, list), list.end());
            insertLines(list.end(), below(owner), items);
        }
    }

    private int colon(Pair owner, Syntax.Sequence list) {
        return owner.key().end() + source.part(owner.key().end(), list.start()).indexOf(':') + 1;
    }

    private void insertFlow(Syntax.Sequence list, int index, List<ItemText> items) throws EditRefusedException {
        if (index < list.items().size()) {
            changes.insert(list.items().get(index).start(), flow(items) + ", ");
        } else {
            changes.insert(list.items().getLast().end(), ", " + flow(items));
        }
    }

    private static String flow(List<ItemText> items) throws EditRefusedException {
        StringBuilder text = new StringBuilder();
        for (ItemText item : items) {
            text.append(text.isEmpty() ? "" : ", ").append(item.flow());
        }
        return text.toString();
    }

    private void insertBlock(Syntax.Sequence list, int index, List<ItemText> items) throws EditRefusedException {
        int column = lines.column(dash(list, 0));
        if (index > 0) {
            insertLines(list.items().get(index - 1).end(), column, items);
            return;
        }
        int dash = dash(list, 0);
        if (!lines.isFirst(dash)) {
            throw new EditRefusedException(LAYOUT);
        }
        int at = lines.start(dash);
        while (at > 0 && source.part(lines.start(at - 1), at).strip().startsWith("#")) {
            at = lines.start(at - 1);
        }
        changes.insert(at, " ".repeat(column) + lines(items, column) + lines.lineBreak());
    }

    private void insertLines(int end, int column, List<ItemText> items) throws EditRefusedException {
        if (!lines.isLast(end)) {
            throw new EditRefusedException(LAYOUT);
        }
        changes.insert(lines.end(end), lines.lineBreak() + " ".repeat(column) + lines(items, column));
    }

    private String lines(List<ItemText> items, int column) {
        String lineBreak = lines.lineBreak();
        return String.join(
                lineBreak + " ".repeat(column),
                items.stream()
                        .map(item -> "- " + item.block(column + 2, lineBreak))
                        .toList());
    }

    /** Removes entries; a list that loses all of them becomes an empty one. */
    void remove(Syntax.Sequence list, TreeSet<Integer> indexes) throws EditRefusedException {
        source.requireUnsharedAround(list);
        for (int index : indexes) {
            source.requireUnshared(list.items().get(index));
        }
        if (list.flow()) {
            List<Syntax> items = list.items();
            new FlowEdits(source, changes)
                    .remove(
                            indexes,
                            items.size(),
                            i -> items.get(i).start(),
                            i -> items.get(i).end());
        } else {
            removeBlock(list, indexes);
        }
    }

    private void removeBlock(Syntax.Sequence list, TreeSet<Integer> indexes) throws EditRefusedException {
        boolean all = indexes.size() == list.items().size();
        for (int index : indexes) {
            int dash = dash(list, index);
            int end = list.items().get(index).end();
            if (all && index == 0) {
                changes.replace(dash, end, "[]");
            } else if (lines.isFirst(dash) && lines.isLast(end)) {
                changes.remove(lines.start(dash), lines.next(end));
            } else {
                throw new EditRefusedException(LAYOUT);
            }
        }
    }

    /** Offset of the dash of an entry. */
    private int dash(Syntax.Sequence list, int index) {
        return source.dash(
                index == 0 ? list.content() : list.items().get(index - 1).end());
    }
}
