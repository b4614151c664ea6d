package org.backprop.model.internal.yaml;

/** Quotes a piece of the user's text in a message. */
public final class Quote {

    private static final int LONGEST = 40;

    private Quote() {}

    /** The text in quotes, shortened, line breaks and control characters replaced. */
    public static String of(String text) {
        String oneLine = text.codePoints()
                .limit(LONGEST + 1L)
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int length = oneLine.codePointCount(0, oneLine.length());
        return '"'
                + (length > LONGEST ? oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST)) + "..." : oneLine)
                + '"';
    }

    /** What a value is, for a message: quoted text, a number, a list. */
    public static String describe(YamlNode node) {
        return switch (node) {
            case SequenceNode list -> "a list";
            case MappingNode mapping -> "a mapping";
            case ScalarNode scalar -> scalar.isNull() ? "empty" : of(scalar.text());
        };
    }
}
