package org.backprop.engine.kernels;

/** Loops of the losses and sums over Java arrays. */
final class ReductionLoops {

    private ReductionLoops() {}

    /** {@code sums += the sum of the rows}. */
    static void addRows(int rows, int columns, float[] x, double[] sums) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            for (int i = 0; i < columns; i++) {
                sums[i] += x[at + i];
            }
        }
    }

    /** {@code y = scale * exp(x)}. */
    static void scaledExp(float scale, int length, float[] x, float[] y) {
        for (int i = 0; i < length; i++) {
            y[i] = scale * (float) Math.exp(x[i]);
        }
    }

    /** Sum over the rows of {@code log(sum(exp(row)))}. */
    static double logSumExp(int rows, int columns, float[] x) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += ActivationLoops.logSumExp(x, row * columns, columns);
        }
        return sum;
    }

    /** {@code y = a + b}. */
    static void sum(int length, float[] a, float[] b, float[] y) {
        for (int i = 0; i < length; i++) {
            y[i] = a[i] + b[i];
        }
    }
}
