package org.backprop.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The formulas of one family in TeX, as a file in {@code formulas/} has them.
 *
 * @param notation what other symbols mean; for all types of the family
 * @param symbols what parameters are called in the formulas, by their key; for all types of the family
 * @param own the same for single types, by the key of the type
 * @param types lines of TeX by the key of the type
 */
record Formulas(
        Map<String, String> notation,
        Map<String, String> symbols,
        Map<String, Map<String, String>> own,
        Map<String, List<String>> types) {
    private static final Pattern WORDS = Pattern.compile("\\\\(?:mbox|mathrm|mathbb)\\{[^}]*\\}");

    /** Reads a file; without one there are no formulas. */
    static Formulas read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Formulas(Map.of(), Map.of(), Map.of(), Map.of());
        }
        Map<?, ?> content = (Map<?, ?>) Yaml.read(file);
        return new Formulas(
                Yaml.texts(content.get("notation")),
                Yaml.texts(content.get("symbols")),
                symbolsByType(content.get("own")),
                lines(content));
    }

    private static Map<String, Map<String, String>> symbolsByType(Object mapping) {
        Map<String, Map<String, String>> own = new LinkedHashMap<>();
        if (mapping instanceof Map<?, ?> given) {
            given.forEach((key, value) -> own.put((String) key, Yaml.texts(value)));
        }
        return own;
    }

    private static Map<String, List<String>> lines(Map<?, ?> content) {
        Map<String, List<String>> types = new LinkedHashMap<>();
        ((Map<?, ?>) content.get("types"))
                .forEach((key, value) -> types.put(
                        (String) key,
                        ((List<?>) value).stream().map(String.class::cast).toList()));
        return types;
    }

    /** The lines of a type; none if it has no formula. */
    List<String> of(String type) {
        return types.getOrDefault(type, List.of());
    }

    /** What a parameter of a type is called in its formulas; empty if it does not occur in them. */
    String symbol(String type, String parameter) {
        String symbol = own.getOrDefault(type, Map.of()).getOrDefault(parameter, symbols.getOrDefault(parameter, ""));
        return occurs(symbol, type) ? symbol : "";
    }

    /** What the other symbols in the formulas of a type mean, in the order of the file. */
    Map<String, String> notation(String type) {
        Map<String, String> used = new LinkedHashMap<>(notation);
        used.keySet().removeIf(symbol -> !occurs(symbol, type));
        return used;
    }

    private boolean occurs(String symbol, String type) {
        return !symbol.isEmpty() && of(type).stream().anyMatch(line -> stands(symbol, line));
    }

    /** Whether a symbol stands in a line by itself: d as in {@code \frac{d}{2}}, not as in {@code \delta} or {@code \mathrm{d}}. */
    private static boolean stands(String symbol, String line) {
        String own = symbol.contains("\\math") ? line : WORDS.matcher(line).replaceAll(" ");
        String before = symbol.startsWith("\\") ? "" : "(?<!\\\\[a-zA-Z]{0,20})";
        String behind = symbol.matches(".*\\\\[a-zA-Z]+") ? "(?![a-zA-Z])" : "";
        return Pattern.compile(before + Pattern.quote(symbol) + behind)
                .matcher(own)
                .find();
    }
}
