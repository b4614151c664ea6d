package org.backprop.editor.source;

import java.util.ArrayList;
import java.util.List;

import org.backprop.model.edit.TextChange;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

/** Makes lines comments, and comments lines again. */
public final class LineComments {
    private static final String SIGN = "# ";

    private record Line(int offset, String text) {
        int indent() {
            return text.length() - text.stripLeading().length();
        }

        boolean isComment() {
            return text.stripLeading().startsWith("#");
        }
    }

    private LineComments() {}

    /**
     * The changes that make comments of lines, or lines of them if all are comments; empty lines are left alone.
     *
     * @param first the first line, 0-based
     * @param last the last line
     */
    public static List<TextChange> toggle(IDocument document, int first, int last) throws BadLocationException {
        List<Line> lines = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            IRegion line = document.getLineInformation(i);
            String text = document.get(line.getOffset(), line.getLength());
            if (!text.isBlank()) {
                lines.add(new Line(line.getOffset(), text));
            }
        }
        return lines.stream().allMatch(Line::isComment) ? uncommented(lines) : commented(lines);
    }

    /** The signs stand in one column, before the line that is indented least. */
    private static List<TextChange> commented(List<Line> lines) {
        int column = lines.stream().mapToInt(Line::indent).min().orElse(0);
        return lines.stream()
                .map(line -> new TextChange(line.offset() + column, 0, SIGN))
                .toList();
    }

    private static List<TextChange> uncommented(List<Line> lines) {
        return lines.stream()
                .map(line -> {
                    int length = line.text().startsWith(SIGN, line.indent()) ? SIGN.length() : 1;
                    return new TextChange(line.offset() + line.indent(), length, "");
                })
                .toList();
    }
}
