package org.backprop.engine.pruning;

import java.util.BitSet;

/**
 * The inverse of a layer's Hessian, and what Optimal Brain Surgeon (Hassibi and Stork 1993, equations 5 and 6) makes of it. In
 * float64.
 */
final class InverseHessian {

    private final int n;
    private final double[][] inverse;

    /**
     * Inverts a matrix by Gauss-Jordan elimination.
     *
     * @param matrix symmetric and positive semidefinite, {@code [n, n]}; overwritten
     * @param damping what is added to its diagonal, in parts of its mean
     */
    InverseHessian(double[][] matrix, double damping) {
        n = matrix.length;
        inverse = matrix;
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += matrix[i][i];
        }
        double added = damping * Math.max(trace / n, Double.MIN_NORMAL / damping);
        for (int i = 0; i < n; i++) {
            matrix[i][i] += added;
        }
        for (int k = 0; k < n; k++) {
            sweep(k);
        }
    }

    private void sweep(int k) {
        double[] row = inverse[k];
        double pivot = row[k];
        row[k] = 1;
        for (int j = 0; j < n; j++) {
            row[j] /= pivot;
        }
        for (int i = 0; i < n; i++) {
            if (i != k) {
                double factor = inverse[i][k];
                inverse[i][k] = 0;
                subtract(factor, row, inverse[i]);
            }
        }
    }

    private static void subtract(double factor, double[] from, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] -= factor * from[j];
        }
    }

    /**
     * Removes one weight after the other, each the least salient of those that are left.
     *
     * @param weights the weights; not changed
     * @return for each weight the greatest saliency up to its removal, so that the order of the values is that of the removals
     */
    double[] saliencies(double[] weights) {
        double[] left = weights.clone();
        double[][] matrix = copy();
        double[] saliencies = new double[n];
        BitSet gone = new BitSet(n);
        double greatest = 0;
        for (int round = 0; round < n; round++) {
            int least = -1;
            double value = Double.POSITIVE_INFINITY;
            for (int i = gone.nextClearBit(0); i < n; i = gone.nextClearBit(i + 1)) {
                double saliency = left[i] * left[i] / (2 * matrix[i][i]);
                if (least < 0 || saliency < value) {
                    least = i;
                    value = saliency;
                }
            }
            greatest = Math.max(greatest, value);
            saliencies[least] = greatest;
            gone.set(least);
            remove(least, matrix, left, gone);
        }
        return saliencies;
    }

    /** Removes some weights and changes the others so that the loss rises least. */
    void remove(BitSet removed, double[] weights) {
        double[][] matrix = copy();
        BitSet gone = new BitSet(n);
        removed.stream().forEach(i -> {
            gone.set(i);
            remove(i, matrix, weights, gone);
        });
    }

    private void remove(int k, double[][] matrix, double[] weights, BitSet gone) {
        double[] row = matrix[k].clone();
        double pivot = row[k];
        subtract(weights[k] / pivot, row, weights);
        for (int i = gone.nextClearBit(0); i < n; i = gone.nextClearBit(i + 1)) {
            subtract(row[i] / pivot, row, matrix[i]);
        }
        weights[k] = 0;
    }

    private double[][] copy() {
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            copy[i] = inverse[i].clone();
        }
        return copy;
    }
}
