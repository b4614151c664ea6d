package org.backprop.editor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.backprop.editor.source.YamlToken.Kind;

/**
 * Splits YAML text into tokens for highlighting. It works line by line and never fails: text that is no valid YAML gets
 * tokens as well. Tokens follow one another without gaps and cover the text.
 */
public final class YamlLexer {
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(?:\\d[\\d_]*(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?|[-+]?\\.inf|\\.nan|0x[0-9a-fA-F]+");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null", "~");
    private static final String FLOW = "[]{},";

    private final String text;
    private final Set<String> types;
    private final List<YamlToken> tokens = new ArrayList<>();
    private int position;

    private YamlLexer(String text, Set<String> types) {
        this.text = text;
        this.types = types;
    }

    /**
     * The tokens of {@code text}, which starts at the start of a line.
     *
     * @param types names to show as types
     */
    public static List<YamlToken> tokens(String text, Set<String> types) {
        YamlLexer lexer = new YamlLexer(text, types);
        while (lexer.position < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(position);
        if (c == '#' && startsWord(position)) {
            add(Kind.COMMENT, lineEnd(position));
        } else if (c == '"' || c == '\'') {
            int end = quoteEnd(c);
            add(isKey(end) ? Kind.KEY : Kind.STRING, end);
        } else if (startsPlain(c)) {
            int end = plainEnd();
            add(plainKind(text.substring(position, end), isKey(end)), end);
        } else {
            add(Kind.OTHER, position + 1);
        }
    }

    private Kind plainKind(String word, boolean key) {
        if (types.contains(word)) {
            return Kind.TYPE;
        }
        if (key) {
            return Kind.KEY;
        }
        if (NUMBER.matcher(word).matches()) {
            return Kind.NUMBER;
        }
        return CONSTANTS.contains(word) ? Kind.CONSTANT : Kind.OTHER;
    }

    private boolean startsPlain(char c) {
        if (Character.isWhitespace(c) || FLOW.indexOf(c) >= 0 || c == ':') {
            return false;
        }
        return c != '-' || !endsWord(position + 1);
    }

    private int plainEnd() {
        int end = position;
        while (end < text.length() && !endsPlain(end)) {
            end++;
        }
        while (end > position + 1 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private boolean endsPlain(int at) {
        char c = text.charAt(at);
        return c == '\n'
                || c == '\r'
                || FLOW.indexOf(c) >= 0
                || c == ':' && endsWord(at + 1)
                || c == '#' && startsWord(at);
    }

    private int quoteEnd(char quote) {
        int limit = lineEnd(position);
        int end = position + 1;
        while (end < limit && text.charAt(end) != quote) {
            end += quote == '"' && text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, limit);
    }

    private boolean isKey(int end) {
        int colon = end;
        while (colon < text.length() && text.charAt(colon) == ' ') {
            colon++;
        }
        return colon < text.length() && text.charAt(colon) == ':' && endsWord(colon + 1);
    }

    private boolean startsWord(int at) {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1));
    }

    private boolean endsWord(int at) {
        return at >= text.length() || Character.isWhitespace(text.charAt(at)) || FLOW.indexOf(text.charAt(at)) >= 0;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void add(Kind kind, int end) {
        tokens.add(new YamlToken(kind, position, end - position));
        position = end;
    }
}
