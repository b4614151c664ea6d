package org.backprop.engine.initializers;

import java.util.List;

import org.backprop.engine.random.RandomSequence;

/**
 * Random matrices with orthonormal rows or columns, uniformly distributed over all such (by the Haar measure): the
 * Gram-Schmidt process on normal values, in double precision, as {@code torch.nn.init.orthogonal_} by a QR
 * decomposition whose R has a positive diagonal (Mezzadri: "How to generate random matrices from the classical compact
 * groups", 2007).
 */
final class Orthogonal {

    private Orthogonal() {}

    /** All dimensions behind the first are the columns. */
    static float[] values(double gain, List<Integer> shape, RandomSequence random) {
        int rows = shape.getFirst();
        int columns = Initializers.length(shape) / rows;
        boolean upright = rows >= columns;
        double[][] vectors = new double[Math.min(rows, columns)][Math.max(rows, columns)];
        for (double[] vector : vectors) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = random.nextNormal();
            }
        }
        orthonormalize(vectors);
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = upright ? vectors[column][row] : vectors[row][column];
                values[row * columns + column] = (float) (gain * value);
            }
        }
        return values;
    }

    private static void orthonormalize(double[][] vectors) {
        for (int i = 0; i < vectors.length; i++) {
            scale(vectors[i], 1 / Math.sqrt(dot(vectors[i], vectors[i])));
            for (int j = i + 1; j < vectors.length; j++) {
                subtract(dot(vectors[i], vectors[j]), vectors[i], vectors[j]);
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }
        return i < a.length ? even + odd + a[i] * b[i] : even + odd;
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    private static void subtract(double factor, double[] vector, double[] from) {
        for (int i = 0; i < vector.length; i++) {
            from[i] -= factor * vector[i];
        }
    }
}
