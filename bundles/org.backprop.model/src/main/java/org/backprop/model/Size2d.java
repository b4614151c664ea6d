package org.backprop.model;

/**
 * A height and a width, in the file one whole number for both or a list of two: {@code kernel: 5}, {@code kernel: [5, 3]}.
 *
 * @param height number of rows
 * @param width number of columns
 */
public record Size2d(int height, int width) {

    /** The greatest number that a kernel, stride, dilation or padding may have. */
    public static final int MOST = 10_000;

    /** The same height and width. */
    public static Size2d of(int both) {
        return new Size2d(both, both);
    }

    /** The numbers in brackets, such as {@code [5, 3]}. */
    @Override
    public String toString() {
        return "[" + height + ", " + width + "]";
    }
}
