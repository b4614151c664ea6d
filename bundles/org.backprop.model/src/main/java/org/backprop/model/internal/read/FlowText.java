package org.backprop.model.internal.read;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Values as YAML text on one line. */
final class FlowText {

    private static final Pattern PLAIN = Pattern.compile("[\\w.+/-]+( [\\w.+/-]+)*");

    private FlowText() {}

    /** A text that reads as the value: {@code {sgd: {momentum: 0.9}}}. */
    static String of(YamlNode node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode list ->
                list.items().stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
            case MappingNode mapping ->
                mapping.entries().stream()
                        .map(entry -> scalar(entry.key()) + ": " + of(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String scalar(ScalarNode scalar) {
        if (scalar.isNull()) {
            return "null";
        }
        return scalar.plain()
                                && PLAIN.matcher(scalar.text()).matches()
                                && !scalar.text().startsWith("-")
                        || scalar.plain() && Numbers.isNumber(scalar.text())
                ? scalar.text()
                : quoted(scalar.text());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
