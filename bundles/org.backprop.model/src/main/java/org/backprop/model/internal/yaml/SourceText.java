package org.backprop.model.internal.yaml;

import java.util.Arrays;

import org.backprop.model.Position;

/**
 * A text with its lines. Translates the parser's code point indexes, which do not count a byte order mark, to positions
 * in UTF-16 chars. Not for use by several threads.
 */
public final class SourceText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final String text;
    private final int start;
    private final int[] lineStarts;
    private int lastIndex;
    private int lastOffset;

    /** A text with the name of its file. */
    public SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        this.lastOffset = start;
        this.lineStarts = lineStarts(text);
    }

    /** The text without a byte order mark. */
    public String content() {
        return text.substring(start);
    }

    /** The place between two code point indexes of {@link #content}. */
    public Location between(int fromIndex, int toIndex) {
        int from = offset(fromIndex);
        return location(from, offset(toIndex) - from);
    }

    /** The code point at an index of {@link #content}, empty at the end. */
    Location at(int index) {
        int from = offset(index);
        return location(from, from < text.length() ? Character.charCount(text.codePointAt(from)) : 0);
    }

    /** The place from an offset on, both in UTF-16 chars of the whole text. */
    public Location location(int offset, int length) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        int indent = line == 0 ? Math.min(start, offset) : 0;
        return new Location(file, new Position(line + 1, offset - lineStarts[line] - indent + 1, offset, length));
    }

    /** Walks from the last index asked for: the parser asks in nearly ascending order. */
    private int offset(int index) {
        while (lastIndex < index && lastOffset < text.length()) {
            lastOffset += Character.charCount(text.codePointAt(lastOffset));
            lastIndex++;
        }
        while (lastIndex > index && lastOffset > start) {
            lastOffset -= Character.charCount(text.codePointBefore(lastOffset));
            lastIndex--;
        }
        return lastOffset;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
