package org.backprop.model.internal.yaml;

import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what is wrong with a YAML text without the terms of YAML's grammar. */
final class SyntaxMessage {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("'<stream end>'", "the end of the file"),
            Map.entry("<stream end>", "the end of the file"),
            Map.entry("'<block end>'", "the end of the indented part"),
            Map.entry("<block end>", "the end of the indented part"),
            Map.entry("'<block mapping start>'", "a key that is indented differently"),
            Map.entry("<block mapping start>", "a key that is indented differently"),
            Map.entry("'<block sequence start>'", "a list that is indented differently"),
            Map.entry("<scalar>", "a value"),
            Map.entry("'<scalar>'", "a value"),
            Map.entry("'<document start>'", "---"),
            Map.entry("<document start>", "---"),
            Map.entry("found '?'", "found a key"),
            Map.entry("the node content", "a value"),
            Map.entry("found unexpected end of stream", "the text ends too early"),
            Map.entry("could not find expected ':'", "a ':' after the key is missing"),
            Map.entry("flow mapping", "mapping in braces"),
            Map.entry("flow sequence", "list in brackets"),
            Map.entry("flow node", "value"),
            Map.entry("block node", "value"),
            Map.entry("block mapping", "mapping"),
            Map.entry("block collection", "list"));

    private final SourceText source;

    SyntaxMessage(SourceText source) {
        this.source = source;
    }

    String of(MarkedYamlEngineException e) {
        String problem = plain(e.getProblem());
        if (problem.contains("TAB")) {
            return "a tab cannot be used here: indent with spaces";
        }
        if (problem.equals("mapping values are not allowed here")) {
            return "a key is not allowed here: check the indentation, and put text that contains ': ' in quotes";
        }
        String context = plain(e.getContext());
        String where = e.getContextMark()
                .map(mark -> " that starts on line "
                        + source.at(mark.getIndex()).position().line())
                .orElse("");
        return context.isEmpty() ? problem : problem + ", " + context + where;
    }

    /** The first line of a parser's message in plain words. */
    static String plain(String message) {
        String line = Optional.ofNullable(message)
                .flatMap(m -> m.lines().findFirst())
                .orElse("")
                .strip();
        for (Map.Entry<String, String> word : WORDS.entrySet().stream()
                .sorted((a, b) -> b.getKey().length() - a.getKey().length())
                .toList()) {
            line = line.replace(word.getKey(), word.getValue());
        }
        return line;
    }
}
