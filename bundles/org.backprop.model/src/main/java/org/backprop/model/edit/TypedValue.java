package org.backprop.model.edit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.backprop.model.ParameterInfo;
import org.backprop.model.ParameterInfo.Kind;
import org.backprop.model.internal.write.YamlText;

/** Values as they are typed into a field: texts without quotes, lists with commas between and without brackets. */
public final class TypedValue {

    private static final Set<Kind> LISTS = EnumSet.of(Kind.NAMES, Kind.NUMBERS, Kind.INTEGERS, Kind.SIZE, Kind.SHAPE);
    private static final Set<Kind> ALWAYS_LISTS = EnumSet.of(Kind.NUMBERS, Kind.INTEGERS, Kind.SHAPE);
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

    private TypedValue() {}

    /** Whether a parameter takes a list of single values. */
    public static boolean isList(ParameterInfo parameter) {
        return LISTS.contains(parameter.kind());
    }

    /** What was typed, as YAML on one line. */
    public static String yaml(ParameterInfo parameter, String typed) {
        String text = typed.strip();
        if (!isList(parameter)) {
            return word(text);
        }
        String inside = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        List<String> words = Arrays.stream(inside.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(TypedValue::word)
                .toList();
        return words.size() == 1 && !ALWAYS_LISTS.contains(parameter.kind())
                ? words.getFirst()
                : "[" + String.join(", ", words) + "]";
    }

    private static String word(String text) {
        boolean plain = NUMBER.matcher(text).matches() || text.equals("true") || text.equals("false");
        return plain ? text : YamlText.inline(text);
    }

    /** A value of a text as it would be typed. */
    public static String typed(ValueText value) {
        return value.word()
                .orElseGet(() -> value.items().isEmpty()
                        ? value.text()
                        : value.items().stream().map(TypedValue::typed).collect(Collectors.joining(", ")));
    }
}
