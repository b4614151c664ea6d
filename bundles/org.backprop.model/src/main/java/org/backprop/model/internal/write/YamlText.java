package org.backprop.model.internal.write;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Maps, lists and single values as YAML: what fits on a line stands on one, sections and the list of layers do not. */
public final class YamlText {

    private static final int WIDTH = 110;
    private static final int STEP = 2;
    private static final int SECTIONS = 2;

    private YamlText() {}

    /** The text of a file; lines end with LF. */
    public static String of(Map<String, Object> file) {
        return block(file, 0);
    }

    /** A map, list or single value on one line. */
    public static String inline(Object value) {
        return flow(value);
    }

    private static String block(Object value, int indent) {
        StringBuilder text = new StringBuilder();
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inside) -> entry(text, Scalars.text(key) + ":", inside, indent));
            case List<?> list -> list.forEach(item -> item(text, item, indent));
            default -> text.append(" ".repeat(indent)).append(flow(value)).append('\n');
        }
        return text.toString();
    }

    private static void entry(StringBuilder text, String key, Object value, int indent) {
        text.append(" ".repeat(indent)).append(key);
        String line = " " + flow(value);
        boolean section = indent == 0 && value instanceof Map || key.equals("layers:") && indent < SECTIONS * STEP;
        if (!section && (fits(indent + key.length(), line) || !(value instanceof Map || value instanceof List))) {
            text.append(line).append('\n');
        } else {
            text.append('\n').append(block(value, indent + STEP));
        }
    }

    private static void item(StringBuilder text, Object item, int indent) {
        String line = "- " + (item instanceof Map<?, ?> map && map.size() == 1 ? entries(map) : flow(item));
        if (fits(indent, line) || !(item instanceof Map)) {
            text.append(" ".repeat(indent)).append(line).append('\n');
        } else {
            text.append(" ".repeat(indent))
                    .append("- ")
                    .append(block(item, indent + STEP).substring(indent + STEP));
        }
    }

    private static boolean fits(int start, String text) {
        return start + text.length() <= WIDTH;
    }

    private static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> map -> "{" + entries(map) + "}";
            case List<?> list -> list.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
            default -> Scalars.text(value);
        };
    }

    private static String entries(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> Scalars.text(entry.getKey()) + ": " + flow(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
