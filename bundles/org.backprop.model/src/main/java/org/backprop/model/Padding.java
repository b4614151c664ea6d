package org.backprop.model;

import java.util.List;

/**
 * Zeros around the edges of an image, in the file {@code valid} (none), {@code same} (so many that a stride of 1 keeps the
 * size; an odd one more at the bottom and right, as in PyTorch), or a number of rows and columns on each side.
 *
 * @param same whether it is {@code same}; then the size is 0
 * @param size rows at the top and bottom each, columns at the left and right each
 */
public record Padding(boolean same, Size2d size) {

    /** No padding. */
    public static final Padding VALID = new Padding(false, Size2d.of(0));

    /** As much as keeps the size with a stride of 1. */
    public static final Padding SAME = new Padding(true, Size2d.of(0));

    /** Those that have a name. */
    public static final List<Padding> NAMED = List.of(VALID, SAME);

    /** {@code valid}, {@code same}, or the rows and columns on each side, such as {@code [2, 1]}. */
    @Override
    public String toString() {
        return same ? "same" : equals(VALID) ? "valid" : size.toString();
    }
}
