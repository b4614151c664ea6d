package org.backprop.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of one sample, without the batch dimension.
 *
 * @param dims sizes, each at least 1, outermost first
 */
public record Shape(List<Integer> dims) {

    /** Copies the list. */
    public Shape {
        dims = List.copyOf(dims);
    }

    /** The shape with these sizes. */
    public static Shape of(Integer... dims) {
        return new Shape(List.of(dims));
    }

    /** Number of dimensions. */
    public int rank() {
        return dims.size();
    }

    /** Number of elements; {@link Long#MAX_VALUE} if that is too many for a long. */
    public long size() {
        long size = 1;
        for (int dim : dims) {
            if (size > Long.MAX_VALUE / dim) {
                return Long.MAX_VALUE;
            }
            size *= dim;
        }
        return size;
    }

    /** The sizes in brackets, such as {@code [1, 28, 28]}. */
    @Override
    public String toString() {
        return dims.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
