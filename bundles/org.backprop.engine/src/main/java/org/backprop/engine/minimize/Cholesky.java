package org.backprop.engine.minimize;

/**
 * The factorization {@code A + damping I = L L^T} of a symmetric matrix, in float64 and plain Java: OpenBLAS 0.3.19, which
 * ND4J brings, solves wrong with its kernels for AVX-512 (dtrsm). Four rows of L are made at a time.
 */
final class Cholesky {

    private static final int ROWS = 4;

    private final int n;
    private final double[][] factor;

    Cholesky(int n) {
        this.n = n;
        factor = new double[n][];
        for (int i = 0; i < n; i++) {
            factor[i] = new double[i + 1];
        }
    }

    /**
     * Factors a matrix.
     *
     * @param lower its rows up to the diagonal
     * @return false if it is not positive definite
     */
    boolean factor(double[][] lower, double damping) {
        for (int first = 0; first < n; first += ROWS) {
            int end = Math.min(first + ROWS, n);
            if (end - first == ROWS) {
                leftOfBlock(lower, first);
            }
            for (int i = first; i < end; i++) {
                int from = end - first == ROWS ? first : 0;
                for (int j = from; j < i; j++) {
                    factor[i][j] = (lower[i][j] - dot(factor[i], factor[j], j)) / factor[j][j];
                }
                double square = lower[i][i] + damping - dot(factor[i], factor[i], i);
                if (!(square > 0) || square == Double.POSITIVE_INFINITY) {
                    return false;
                }
                factor[i][i] = Math.sqrt(square);
            }
        }
        return true;
    }

    /** The elements of four rows in the columns before the first of them. */
    private void leftOfBlock(double[][] lower, int first) {
        double[] a = factor[first];
        double[] b = factor[first + 1];
        double[] c = factor[first + 2];
        double[] d = factor[first + 3];
        for (int j = 0; j < first; j++) {
            double[] row = factor[j];
            double sumA = 0;
            double sumB = 0;
            double sumC = 0;
            double sumD = 0;
            for (int k = 0; k < j; k++) {
                sumA += a[k] * row[k];
                sumB += b[k] * row[k];
                sumC += c[k] * row[k];
                sumD += d[k] * row[k];
            }
            a[j] = (lower[first][j] - sumA) / row[j];
            b[j] = (lower[first + 1][j] - sumB) / row[j];
            c[j] = (lower[first + 2][j] - sumC) / row[j];
            d[j] = (lower[first + 3][j] - sumD) / row[j];
        }
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Puts the solution of {@code L L^T x = b} in the place of b. */
    void solve(double[] b) {
        for (int i = 0; i < n; i++) {
            b[i] = (b[i] - dot(factor[i], b, i)) / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            b[i] /= factor[i][i];
            for (int k = 0; k < i; k++) {
                b[k] -= factor[i][k] * b[i];
            }
        }
    }
}
