package org.backprop.model.internal.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.backprop.model.Position;
import org.backprop.model.diff.Difference;
import org.backprop.model.diff.Difference.Element;
import org.backprop.model.diff.Difference.Kind;
import org.backprop.model.diff.Difference.Side;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Compares values of two texts, key by key. */
public final class ValueDiff {
    /** No keys. */
    public static final MappingNode EMPTY = new MappingNode(List.of(), new Location("", Position.START));

    private static final int LONGEST = 80;

    private final String left;
    private final String right;

    /** Compares values of these texts. */
    public ValueDiff(String left, String right) {
        this.left = left;
        this.right = right;
    }

    /** The keys of a section; none if it is not there. */
    public static MappingNode section(MappingNode root, String key) {
        return root.entry(key).map(Entry::value).map(ValueDiff::mapping).orElse(EMPTY);
    }

    /** A mapping without one of its keys. */
    public static MappingNode without(MappingNode mapping, String key) {
        return new MappingNode(
                mapping.entries().stream()
                        .filter(entry -> !entry.name().equals(key))
                        .toList(),
                mapping.location());
    }

    /** A value as keys with values: a bare word selects a type as the word with nothing behind it does. */
    public static MappingNode mapping(YamlNode node) {
        return switch (node) {
            case MappingNode mapping -> mapping;
            case ScalarNode scalar
            when !scalar.isNull() ->
                new MappingNode(
                        List.of(new Entry(scalar, new ScalarNode("", true, nowhere(scalar)))), scalar.location());
            default -> EMPTY;
        };
    }

    private static Location nowhere(ScalarNode scalar) {
        Position at = scalar.location().position();
        return new Location(scalar.location().file(), new Position(at.line(), at.column(), at.end(), 0));
    }

    /** What is different, in the order of the right mapping, what was removed last. */
    public List<Difference> between(MappingNode before, MappingNode after) {
        List<Difference> found = new ArrayList<>();
        for (Entry entry : after.entries()) {
            Optional<Entry> old = before.entry(entry.name());
            if (old.isPresent()) {
                change(old.get(), entry).ifPresent(found::add);
            } else {
                found.add(one(Kind.ADDED, entry));
            }
        }
        for (Entry entry : before.entries()) {
            if (after.entry(entry.name()).isEmpty()) {
                found.add(one(Kind.REMOVED, entry));
            }
        }
        return found;
    }

    private Difference one(Kind kind, Entry entry) {
        boolean added = kind == Kind.ADDED;
        return new Difference(
                kind,
                element(entry),
                entry.name(),
                added ? Optional.empty() : Optional.of(side(left, entry)),
                added ? Optional.of(side(right, entry)) : Optional.empty(),
                List.of());
    }

    private Optional<Difference> change(Entry before, Entry after) {
        Optional<Side> from = Optional.of(side(left, before));
        Optional<Side> to = Optional.of(side(right, after));
        boolean hasKeys = before.value() instanceof MappingNode || after.value() instanceof MappingNode;
        if (hasKeys && !(before.value() instanceof SequenceNode) && !(after.value() instanceof SequenceNode)) {
            List<Difference> inside = between(mapping(before.value()), mapping(after.value()));
            return inside.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Difference(Kind.CHANGED, Element.SECTION, after.name(), from, to, inside));
        }
        return canonical(before.value()).equals(canonical(after.value()))
                ? Optional.empty()
                : Optional.of(new Difference(Kind.CHANGED, Element.PARAMETER, after.name(), from, to, List.of()));
    }

    private static Element element(Entry entry) {
        return entry.value() instanceof MappingNode ? Element.SECTION : Element.PARAMETER;
    }

    /** A value that is equal to another if and only if they mean the same. */
    static String canonical(YamlNode node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.isNull() ? "" : number(scalar.text());
            case SequenceNode list ->
                list.items().stream().map(ValueDiff::canonical).collect(Collectors.joining("\1", "[\1", "\1]"));
            case MappingNode mapping ->
                mapping.entries().stream()
                        .map(entry -> entry.name() + "\2" + canonical(entry.value()))
                        .sorted()
                        .collect(Collectors.joining("\1", "{\1", "\1}"));
        };
    }

    /** A number without its spelling; every other text as it is. */
    static String number(String text) {
        try {
            return Double.toString(Double.parseDouble(text));
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }

    /** Where a key with its value stands. */
    public static Side side(String text, Entry entry) {
        int start = entry.key().location().position().offset();
        int end = Math.max(
                entry.key().location().position().end(),
                entry.value().location().position().end());
        boolean isHere = start <= end && end <= text.length();
        String value = entry.value() instanceof ScalarNode scalar
                ? scalar.text()
                : part(text, entry.value().location().position());
        return new Side(shortened(value), isHere ? start : 0, isHere ? end - start : 0);
    }

    private static String part(String text, Position position) {
        return position.end() <= text.length() ? text.substring(position.offset(), position.end()) : "";
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }
}
