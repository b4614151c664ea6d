package org.backprop.model.internal.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.model.edit.ValueText;
import org.backprop.model.internal.edit.Syntax.Pair;

/** Shows the syntax of a text to those who only read it. */
final class ValueTexts {

    private final Source source;

    ValueTexts(Source source) {
        this.source = source;
    }

    /** The outermost value. */
    Optional<ValueText> root() {
        return source.root().map(root -> of(root, root.start(), true));
    }

    /**
     * A value.
     *
     * @param from where it starts, or its key
     * @param follow whether what aliases stand for is looked at; that of aliases inside of it is not, so that the whole stays small
     */
    private ValueText of(Syntax node, int from, boolean follow) {
        boolean alias = node instanceof Syntax.Alias;
        Syntax value = follow ? Syntax.resolved(node) : node;
        boolean deeper = follow && !alias;
        SequencedMap<String, ValueText> entries = new LinkedHashMap<>();
        if (value instanceof Syntax.Mapping mapping) {
            for (Pair pair : mapping.pairs()) {
                entries.putIfAbsent(pair.name(), of(pair.value(), pair.start(), deeper));
            }
        }
        List<ValueText> items = value instanceof Syntax.Sequence list
                ? list.items().stream()
                        .map(item -> of(item, item.start(), deeper))
                        .toList()
                : List.of();
        Optional<String> word = value instanceof Syntax.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : Optional.empty();
        return new ValueText(source.part(content(node), node.end()), word, entries, items, from, node.end());
    }

    private static int content(Syntax node) {
        return switch (node) {
            case Syntax.Scalar scalar -> scalar.content();
            case Syntax.Mapping mapping -> mapping.content();
            case Syntax.Sequence list -> list.content();
            case Syntax.Alias alias -> alias.start();
        };
    }
}
