package org.backprop.model.internal.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.TextChange;
import org.backprop.model.internal.edit.Syntax.Pair;

/**
 * A parsed text.
 *
 * @param text the text
 * @param lines its lines
 * @param root its outermost value; empty if there is none
 * @param aliases the aliases in it
 */
record Source(String text, Lines lines, Optional<Syntax> root, List<Syntax.Alias> aliases) {

    private static final int STEP = 2;

    static Source parse(String text) throws EditRefusedException {
        Optional<Syntax> root = SyntaxParser.parse(text);
        List<Syntax.Alias> aliases = root.stream()
                .flatMap(Source::all)
                .filter(Syntax.Alias.class::isInstance)
                .map(Syntax.Alias.class::cast)
                .toList();
        return new Source(text, new Lines(text), root, aliases);
    }

    /** Refuses to change what aliases elsewhere stand for. */
    void requireUnshared(Syntax node) throws EditRefusedException {
        for (Syntax.Alias alias : aliases) {
            boolean outside = alias.start() < node.start() || alias.end() > node.end();
            if (outside && all(node).anyMatch(inside -> inside == alias.target())) {
                throw new EditRefusedException(
                        "other places share this value through the anchor &" + alias.name() + ": edit the source");
            }
        }
    }

    /** Refuses to change something inside of a value that aliases stand for. */
    void requireUnsharedAround(Syntax node) throws EditRefusedException {
        for (Syntax.Alias alias : aliases) {
            if (alias.target() != null && all(alias.target()).anyMatch(inside -> inside == node)) {
                throw new EditRefusedException(
                        "other places share this value through the anchor &" + alias.name() + ": edit the source");
            }
        }
    }

    /** The list of changes, after checking that the text can be read with them. */
    List<TextChange> checked(Changes changes) throws EditRefusedException {
        List<TextChange> list = changes.list();
        try {
            SyntaxParser.parse(TextChange.apply(text, list));
        } catch (EditRefusedException e) {
            throw new EditRefusedException("this cannot be written here as it is laid out: edit the source");
        }
        return list;
    }

    /** The text between two offsets. */
    String part(int from, int to) {
        return text.substring(from, to);
    }

    /** Offset of the first dash from an offset on, outside of comments. */
    int dash(int from) {
        int at = from;
        while (text.charAt(at) != '-') {
            at = text.charAt(at) == '#' ? lines.end(at) : at + 1;
        }
        return at;
    }

    /** Number of spaces by which the sections of the file are indented. */
    int step() {
        return root
                .filter(Syntax.Mapping.class::isInstance)
                .map(Syntax.Mapping.class::cast)
                .filter(mapping -> !mapping.flow())
                .stream()
                .flatMap(mapping -> mapping.pairs().stream().map(Pair::value))
                .filter(value -> value instanceof Syntax.Mapping section && !section.flow())
                .mapToInt(section -> lines.column(section.end() == section.start() ? section.start() : first(section)))
                .filter(column -> column > 0)
                .findFirst()
                .orElse(STEP);
    }

    private static int first(Syntax section) {
        return ((Syntax.Mapping) section).pairs().getFirst().start();
    }

    /** A value and all inside of it, but not what aliases stand for. */
    static Stream<Syntax> all(Syntax node) {
        return switch (node) {
            case Syntax.Mapping mapping ->
                Stream.concat(
                        Stream.of(node),
                        mapping.pairs().stream()
                                .flatMap(pair -> Stream.concat(Stream.of(pair.key()), all(pair.value()))));
            case Syntax.Sequence list ->
                Stream.concat(Stream.of(node), list.items().stream().flatMap(Source::all));
            default -> Stream.of(node);
        };
    }
}
