package org.backprop.model.internal.edit;

import java.util.List;
import java.util.TreeSet;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.internal.edit.Syntax.Pair;
import org.backprop.model.internal.write.YamlText;

/** Changes values, and adds and removes keys, in the style around them. */
final class MappingEdits {

    private final Source source;
    private final Lines lines;
    private final Changes changes;

    MappingEdits(Source source, Changes changes) {
        this.source = source;
        this.lines = source.lines();
        this.changes = changes;
    }

    /** Puts a value in place of another. */
    void replace(Syntax old, String value) throws EditRefusedException {
        source.requireUnshared(old);
        source.requireUnsharedAround(old);
        int from = old.start();
        if (from == old.end()) {
            changes.insert(from, " " + value);
            return;
        }
        boolean block = old instanceof Syntax.Mapping mapping && !mapping.flow()
                || old instanceof Syntax.Sequence list && !list.flow();
        int before = from;
        while (block && before > 0 && Character.isWhitespace(source.text().charAt(before - 1))) {
            before--;
        }
        boolean afterKey = block && before > 0 && source.text().charAt(before - 1) == ':';
        if (afterKey) {
            changes.replace(before, old.end(), " " + value);
        } else {
            changes.replace(from, old.end(), value);
        }
    }

    /** Adds a key to a mapping, at its end. */
    void add(Syntax.Mapping mapping, String key, String value) throws EditRefusedException {
        source.requireUnsharedAround(mapping);
        String entry = entry(key, value);
        if (!mapping.flow()) {
            Pair last = mapping.pairs().getLast();
            insertLine(last.end(), column(mapping), entry);
        } else if (mapping.pairs().isEmpty()) {
            changes.insert(mapping.content() + 1, entry);
        } else {
            int end = mapping.pairs().getLast().end();
            int comma = comma(end, mapping.end() - 1);
            changes.insert(comma < 0 ? end : comma + 1, (comma < 0 ? ", " : " ") + entry);
        }
    }

    /** Adds a key to a mapping, at its start if it is written in braces, else at its end. */
    void addFirst(Syntax.Mapping mapping, String key, String value) throws EditRefusedException {
        if (!mapping.flow() || mapping.pairs().isEmpty()) {
            add(mapping, key, value);
        } else {
            source.requireUnsharedAround(mapping);
            changes.insert(mapping.pairs().getFirst().start(), entry(key, value) + ", ");
        }
    }

    /** Gives a key without value a mapping with one key: on the next line in block style, else in braces. */
    void fill(Pair owner, boolean flow, String key, String value) throws EditRefusedException {
        Syntax none = owner.value();
        source.requireUnshared(none);
        String entry = entry(key, value);
        if (none.start() != none.end()) {
            changes.replace(none.start(), none.end(), "{" + entry + "}");
        } else if (flow) {
            changes.insert(none.start(), " {" + entry + "}");
        } else {
            insertLine(none.end(), lines.column(owner.start()) + source.step(), entry);
        }
    }

    /** Adds a key to a text without value. */
    void start(String key, String value) {
        String text = source.text();
        boolean open = !text.isEmpty() && lines.column(text.length()) > 0 && !text.equals("\uFEFF");
        changes.insert(text.length(), (open ? lines.lineBreak() : "") + entry(key, value) + lines.lineBreak());
    }

    private String entry(String key, String value) {
        return YamlText.inline(key) + (value.startsWith(lines.lineBreak()) ? ":" : ": ") + value;
    }

    /** Removes a key with its value; a mapping that loses its last key becomes an empty one. */
    void remove(Syntax.Mapping mapping, Pair pair) throws EditRefusedException {
        remove(mapping, new TreeSet<>(List.of(mapping.pairs().indexOf(pair))));
    }

    /** Removes keys with their values; a mapping that loses all of them becomes an empty one. */
    void remove(Syntax.Mapping mapping, TreeSet<Integer> indexes) throws EditRefusedException {
        source.requireUnsharedAround(mapping);
        List<Pair> pairs = mapping.pairs();
        for (int index : indexes) {
            Pair pair = pairs.get(index);
            source.requireUnshared(
                    new Syntax.Mapping(pair.start(), pair.start(), pair.end(), mapping.flow(), null, List.of(pair)));
        }
        if (mapping.flow()) {
            new FlowEdits(source, changes)
                    .remove(
                            indexes,
                            pairs.size(),
                            i -> pairs.get(i).start(),
                            i -> pairs.get(i).end());
        } else if (pairs.size() == indexes.size()) {
            changes.replace(pairs.getFirst().start(), pairs.getLast().end(), "{}");
        } else {
            indexes.forEach(index -> removeLines(pairs, index));
        }
    }

    private void removeLines(List<Pair> pairs, int index) {
        Pair pair = pairs.get(index);
        if (lines.isFirst(pair.start())) {
            changes.remove(lines.start(pair.start()), lines.next(pair.end()));
        } else {
            removeBehindDash(pair, pairs.get(index + 1));
        }
    }

    private void removeBehindDash(Pair pair, Pair next) {
        boolean joined = lines.next(pair.end()) == lines.start(next.start());
        changes.remove(pair.start(), joined ? next.start() : lines.end(pair.end()));
    }

    private int column(Syntax.Mapping mapping) {
        return lines.column(mapping.pairs().getFirst().start());
    }

    /** Inserts a line after the one that a value ends in. */
    void insertLine(int end, int column, String content) throws EditRefusedException {
        if (!lines.isLast(end)) {
            throw new EditRefusedException("this cannot be written here as it is laid out: edit the source");
        }
        changes.insert(lines.end(end), lines.lineBreak() + " ".repeat(column) + content);
    }

    /** Offset of the comma between two offsets, outside of comments; -1 if there is none. */
    private int comma(int from, int to) {
        return new FlowEdits(source, changes).comma(from, to);
    }
}
