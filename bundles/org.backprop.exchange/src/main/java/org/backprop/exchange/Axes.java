package org.backprop.exchange;

import java.util.Arrays;

import org.backprop.runlog.tensor.Tensor;

/** Arrays with their axes in another order. */
public final class Axes {

    private Axes() {}

    /**
     * A tensor of 32-bit floats with its axes exchanged.
     *
     * @param order for each axis of the result, which axis of {@code tensor} it is
     */
    public static Tensor permuted(Tensor tensor, int... order) {
        int rank = order.length;
        if (tensor.shape().size() != rank) {
            throw new IllegalArgumentException("a tensor of shape " + tensor.shape() + " has not " + rank + " axes");
        }
        long[] shape = new long[rank];
        int[] steps = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            shape[axis] = tensor.shape().get(order[axis]);
            steps[axis] = Math.toIntExact(
                    tensor.shape().stream().skip(order[axis] + 1L).reduce(1L, Math::multiplyExact));
        }
        float[] from = tensor.toFloats();
        float[] to = new float[from.length];
        int[] at = new int[rank];
        for (int i = 0; i < to.length; i++) {
            int index = 0;
            for (int axis = 0; axis < rank; axis++) {
                index += at[axis] * steps[axis];
            }
            to[i] = from[index];
            for (int axis = rank - 1; axis >= 0 && ++at[axis] == shape[axis]; axis--) {
                at[axis] = 0;
            }
        }
        return Tensor.floats(to, shape);
    }

    /** A tensor of the same elements in another shape. */
    public static Tensor reshaped(Tensor tensor, long... shape) {
        return Tensor.of(tensor.dtype(), Arrays.stream(shape).boxed().toList(), tensor.data());
    }

    /**
     * Filters [a, b, rows, columns] with zeros in front of the weights. With as much more padding in front they do what they did: so a
     * convolution that is padded alike on both sides stands for one that is padded by more at the end.
     */
    public static Tensor withZerosInFront(Tensor filters, int rows, int columns) {
        if (rows == 0 && columns == 0) {
            return filters;
        }
        int height = Math.toIntExact(filters.shape().get(2));
        int width = Math.toIntExact(filters.shape().get(3));
        float[] from = filters.toFloats();
        float[] to = new float[from.length / (height * width) * (height + rows) * (width + columns)];
        for (int i = 0; i < from.length; i++) {
            int filter = i / (height * width);
            int row = i / width % height + rows;
            to[(filter * (height + rows) + row) * (width + columns) + i % width + columns] = from[i];
        }
        return Tensor.floats(to, filters.shape().get(0), filters.shape().get(1), height + rows, width + (long) columns);
    }
}
