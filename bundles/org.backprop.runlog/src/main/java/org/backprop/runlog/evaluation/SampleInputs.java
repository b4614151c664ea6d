package org.backprop.runlog.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The inputs of some of the evaluated samples, as they were before features were scaled.
 *
 * @param shape shape of one input; a picture is [channels, rows, columns] or [rows, columns], with values 0 to 1
 * @param columns names of the features of a table; empty if they have none
 * @param rows which evaluated samples these are, ascending
 * @param values row-major
 */
public record SampleInputs(List<Integer> shape, List<String> columns, int[] rows, float[] values) {
    private static final int COLORS = 3;

    /** None at all. */
    public static final SampleInputs NONE = new SampleInputs(List.of(1), List.of(), new int[0], new float[0]);

    /** Copies the lists. */
    public SampleInputs {
        shape = List.copyOf(shape);
        columns = List.copyOf(columns);
        if ((long) rows.length * size(shape) != values.length) {
            throw new IllegalArgumentException(
                    "%d inputs of shape %s in %d values".formatted(rows.length, shape, values.length));
        }
    }

    private static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** Number of values of one input. */
    public int width() {
        return size(shape);
    }

    /** Whether an input can be drawn: one or three channels of at least 2 by 2 pixels. */
    public boolean arePictures() {
        return arePictures(shape);
    }

    static boolean arePictures(List<Integer> shape) {
        boolean ranked =
                shape.size() == 2 || shape.size() == 3 && (shape.getFirst() == 1 || shape.getFirst() == COLORS);
        return ranked && shape.getLast() > 1 && shape.get(shape.size() - 2) > 1;
    }

    /** The input of an evaluated sample, if it was kept. */
    public Optional<float[]> of(int row) {
        int at = Arrays.binarySearch(rows, row);
        int width = width();
        return at < 0 ? Optional.empty() : Optional.of(Arrays.copyOfRange(values, at * width, (at + 1) * width));
    }
}
