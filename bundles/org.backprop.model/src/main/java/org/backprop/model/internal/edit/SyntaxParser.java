package org.backprop.model.internal.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.Position;
import org.backprop.model.Problem;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.internal.edit.Syntax.Pair;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.SourceText;
import org.backprop.model.internal.yaml.YamlParser;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Parses a text that has no YAML errors to its syntax. */
final class SyntaxParser {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(true)
            .build();

    private final String text;
    private final SourceText source;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Syntax> anchors = new HashMap<>();
    private Syntax root;

    private record Open(CollectionStartEvent event, int start, List<Syntax> children) {}

    private SyntaxParser(String text) {
        this.text = text;
        this.source = new SourceText("", text);
    }

    /** The outermost value; empty if there is none. */
    static Optional<Syntax> parse(String text) throws EditRefusedException {
        Problems problems = new Problems("");
        YamlParser.parse("", text, problems);
        List<Problem> found = problems.sorted();
        if (!found.isEmpty()) {
            Problem first = found.getFirst();
            throw new EditRefusedException("line " + first.position().line() + ": " + first.message());
        }
        return Optional.ofNullable(new SyntaxParser(text).parse());
    }

    private Syntax parse() {
        for (Event event : new Parse(SETTINGS).parseString(source.content())) {
            switch (event) {
                case ScalarEvent scalar -> add(scalar(scalar));
                case AliasEvent alias -> add(alias(alias));
                case CollectionStartEvent start ->
                    open.push(new Open(start, position(start).offset(), new ArrayList<>()));
                case CollectionEndEvent end -> add(close(position(end).end()));
                default -> {}
            }
        }
        return root;
    }

    private Syntax scalar(ScalarEvent event) {
        Position at = position(event);
        int end = at.end();
        while (event.getScalarStyle() != ScalarStyle.PLAIN
                && end > at.offset()
                && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        String anchor = event.getAnchor().map(Anchor::getValue).orElse(null);
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        return keep(
                anchor,
                new Syntax.Scalar(
                        at.offset(), behindAnchor(at.offset(), anchor, end), end, event.getValue(), plain, anchor));
    }

    private Syntax alias(AliasEvent event) {
        Position at = position(event);
        String name = event.getAlias().getValue();
        return new Syntax.Alias(at.offset(), at.end(), name, anchors.get(name));
    }

    private Syntax close(int eventEnd) {
        Open closed = open.pop();
        CollectionStartEvent event = closed.event();
        String anchor = event.getAnchor().map(Anchor::getValue).orElse(null);
        int content = behindAnchor(closed.start(), anchor, eventEnd);
        boolean closes = event.isFlow() && "{[".indexOf(text.charAt(content)) >= 0;
        int end = closes
                ? eventEnd
                : closed.children().stream().mapToInt(Syntax::end).max().orElse(closed.start());
        return keep(
                anchor,
                event instanceof MappingStartEvent
                        ? new Syntax.Mapping(
                                closed.start(), content, end, event.isFlow(), anchor, pairs(closed.children()))
                        : new Syntax.Sequence(closed.start(), content, end, event.isFlow(), anchor, closed.children()));
    }

    private List<Pair> pairs(List<Syntax> children) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < children.size(); i += 2) {
            Syntax.Scalar key = (Syntax.Scalar) children.get(i);
            Syntax value = children.get(i + 1);
            pairs.add(new Pair(key, value instanceof Syntax.Scalar none && none.isEmpty() ? nothing(key) : value));
        }
        return pairs;
    }

    /** A value that is not there stands behind the colon, or behind the key if there is none. */
    private Syntax nothing(Syntax.Scalar key) {
        int colon = key.end();
        while (colon < text.length() && Character.isWhitespace(text.charAt(colon))) {
            colon++;
        }
        int at = colon < text.length() && text.charAt(colon) == ':' ? colon + 1 : key.end();
        return new Syntax.Scalar(at, at, at, "", true, null);
    }

    private int behindAnchor(int start, String anchor, int end) {
        if (anchor == null) {
            return start;
        }
        int at = start + 1 + anchor.length();
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return Math.min(at, end);
    }

    private Syntax keep(String anchor, Syntax node) {
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private void add(Syntax node) {
        if (open.isEmpty()) {
            root = node;
        } else {
            open.peek().children().add(node);
        }
    }

    private Position position(Event event) {
        int from = event.getStartMark().orElseThrow().getIndex();
        return source.between(
                        from, Math.max(from, event.getEndMark().orElseThrow().getIndex()))
                .position();
    }
}
