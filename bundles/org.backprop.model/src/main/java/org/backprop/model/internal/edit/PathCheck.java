package org.backprop.model.internal.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.Position;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.TextChange;
import org.backprop.model.internal.read.Overlay;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;
import org.backprop.model.internal.yaml.YamlParser;

/** Compares a text with a value set in it to what an override of the same path makes of the text. */
final class PathCheck {

    private PathCheck() {}

    /** The changes, if they do what the override does. */
    static List<TextChange> set(Source source, List<String> path, String yaml, List<TextChange> changes)
            throws EditRefusedException {
        Optional<YamlNode> before = root(source.text());
        if (before.isEmpty()) {
            return changes;
        }
        Problems problems = new Problems("");
        YamlNode value = root(yaml).orElseThrow();
        Optional<YamlNode> wanted = Overlay.set(before.get(), path, value, new Location("", Position.START), problems);
        Optional<YamlNode> found = root(TextChange.apply(source.text(), changes));
        if (wanted.isEmpty() || !found.map(PathCheck::plain).equals(wanted.map(PathCheck::plain))) {
            throw new EditRefusedException(
                    problems.hasErrors()
                            ? problems.sorted().getFirst().message()
                            : "the value cannot be written here as the text is laid out: edit the source");
        }
        return changes;
    }

    private static Optional<YamlNode> root(String text) {
        return YamlParser.parse("", text, new Problems("")).root();
    }

    /** Whether two texts have the same values, keys in the same order. */
    static boolean sameValues(String one, String other) {
        return root(one).map(PathCheck::plain).equals(root(other).map(PathCheck::plain));
    }

    /** The values without their places; nothing is the same as an empty mapping, {@code dense: 4} as that with its key. */
    private static Object plain(YamlNode node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.isNull() ? Map.of() : List.of(scalar.plain(), scalar.text());
            case SequenceNode list ->
                list.items().stream().map(PathCheck::plain).toList();
            case MappingNode mapping -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> entries.put(entry.name(), spelledOut(entry)));
                yield entries;
            }
        };
    }

    private static Object spelledOut(MappingNode.Entry entry) {
        Object value = plain(entry.value());
        return entry.value() instanceof MappingNode || entry.value().isNull()
                ? value
                : Words.main(entry.name(), entry.value() instanceof SequenceNode)
                        .<Object>map(main -> Map.of(main.key(), value))
                        .orElse(value);
    }
}
