package org.backprop.runlog.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Text of HTML with SVG in it. Whatever goes in as text or as the value of an attribute is escaped. */
final class Markup {
    private final StringBuilder text = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names, each followed by its value
     */
    Markup open(String tag, Object... attributes) {
        begin(tag, attributes).append(">");
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Markup close() {
        String tag = open.pop();
        text.append("</").append(tag).append(">\n");
        return this;
    }

    /** An element that never has a content, such as {@code meta}. */
    Markup empty(String tag, Object... attributes) {
        begin(tag, attributes).append("/>");
        return this;
    }

    /** An element with a text in it. */
    Markup element(String tag, Object content, Object... attributes) {
        return open(tag, attributes).text(content).close();
    }

    Markup text(Object content) {
        escape(String.valueOf(content));
        return this;
    }

    /** A style sheet of our own, in which nothing is escaped. */
    Markup style(String css) {
        text.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    private StringBuilder begin(String tag, Object... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(String.valueOf(attributes[i + 1]));
            text.append('"');
        }
        return text;
    }

    /** A control character has no place in HTML and becomes U+FFFD. */
    private void escape(String content) {
        content.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                case '\n', '\t', '\r' -> text.append((char) c);
                default -> text.appendCodePoint(Character.isISOControl(c) ? 0xfffd : c);
            }
        });
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
