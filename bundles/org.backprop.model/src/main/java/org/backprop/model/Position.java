package org.backprop.model;

/**
 * A piece of a text.
 *
 * @param line 1-based; lines end with LF, CR or CR LF
 * @param column 1-based, in UTF-16 chars
 * @param offset 0-based, in UTF-16 chars from the start of the text, a byte order mark included
 * @param length in UTF-16 chars
 */
public record Position(int line, int column, int offset, int length) implements Comparable<Position> {

    /** The start of a text. */
    public static final Position START = new Position(1, 1, 0, 0);

    /** The offset after the last char. */
    public int end() {
        return offset + length;
    }

    /** In the order of the offsets, then of the lengths. */
    @Override
    public int compareTo(Position other) {
        return offset != other.offset ? Integer.compare(offset, other.offset) : Integer.compare(length, other.length);
    }
}
