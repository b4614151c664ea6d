package org.backprop.editor.folding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lines that can be folded away below the first of them.
 *
 * @param offset start of the first line
 * @param length up to the end of the last line, its line end included
 */
public record Fold(int offset, int length) {
    private record Line(int start, int end, int indent, String content) {
        boolean hasContent() {
            return !content.isEmpty() && content.charAt(0) != '#';
        }

        boolean isKey() {
            String text = content.replaceFirst("\\s+#.*$", "");
            return text.endsWith(":") && !isEntry();
        }

        boolean isEntry() {
            return content.equals("-") || content.startsWith("- ");
        }
    }

    private record Open(Line line, int indent) {}

    /** The sections, layers and other parts of a text that reach over several lines, found by their indentation. */
    public static List<Fold> of(String text) {
        List<Fold> folds = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        Line last = null;
        for (Line line : lines(text)) {
            if (!line.hasContent()) {
                continue;
            }
            close(open, line, last, folds);
            open.push(new Open(line, line.indent()));
            last = line;
        }
        close(open, null, last, folds);
        return folds.reversed();
    }

    /** Ends what does not reach to the next line; entries of a list may stand as far left as its key. */
    private static void close(Deque<Open> open, Line next, Line last, List<Fold> folds) {
        while (!open.isEmpty()
                && (next == null
                        || next.indent() < open.peek().indent()
                        || next.indent() == open.peek().indent()
                                && !(next.isEntry() && open.peek().line().isKey()))) {
            Line first = open.pop().line();
            if (first != last) {
                folds.add(new Fold(first.start(), last.end() - first.start()));
            }
        }
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) + 1;
            end = end == 0 ? text.length() : end;
            String line = text.substring(start, end).stripTrailing();
            String content = line.stripLeading();
            lines.add(new Line(start, end, line.length() - content.length(), content));
            start = end;
        }
        return lines;
    }
}
