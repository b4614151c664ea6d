package org.backprop.model.internal.edit;

import java.util.HashMap;
import java.util.Map;

import org.backprop.model.internal.edit.Syntax.Pair;

/** The columns at which the parts of a text stand once it is formatted, by the offsets at which they are now. */
final class Columns {

    static final int STEP = 2;

    private final Source source;
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final Map<Integer, Integer> owners = new HashMap<>();

    Columns(Source source) {
        this.source = source;
        source.root().ifPresent(root -> place(root, 0, 0));
    }

    /** The column of what starts at an offset if it is the first of its line; -1 where it does not matter. */
    int at(int offset) {
        return columns.getOrDefault(offset, -1);
    }

    /** The column of the key or dash to which the value at an offset belongs. */
    int owner(int offset) {
        return owners.getOrDefault(offset, 0);
    }

    private void place(Syntax node, int owner, int column) {
        columns.putIfAbsent(node.start(), column);
        switch (node) {
            case Syntax.Mapping mapping
            when !mapping.flow() -> {
                columns.putIfAbsent(mapping.content(), column);
                mapping.pairs().forEach(pair -> place(pair, column));
            }
            case Syntax.Sequence list when !list.flow() -> place(list, column);
            case Syntax.Mapping mapping -> flow(mapping.content(), owner, column);
            case Syntax.Sequence list -> flow(list.content(), owner, column);
            case Syntax.Scalar scalar -> flow(scalar.content(), owner, column);
            case Syntax.Alias alias -> flow(alias.start(), owner, column);
        }
    }

    private void flow(int content, int owner, int column) {
        columns.putIfAbsent(content, column);
        owners.put(content, owner);
    }

    private void place(Pair pair, int column) {
        columns.putIfAbsent(pair.start(), column);
        columns.putIfAbsent(pair.key().content(), column);
        place(pair.value(), column, column + STEP);
    }

    private void place(Syntax.Sequence list, int column) {
        int from = list.content();
        for (Syntax item : list.items()) {
            int dash = source.dash(from);
            columns.put(dash, column);
            place(item, column, column + STEP);
            from = Math.max(item.end(), dash + 1);
        }
    }
}
