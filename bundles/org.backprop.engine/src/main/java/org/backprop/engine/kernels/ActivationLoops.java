package org.backprop.engine.kernels;

/** Loops of the activations over rows in Java arrays; each method is small so that the JIT compiler vectorises it. */
final class ActivationLoops {

    private static final float TANH_IS_ONE = 7.90531110763549805f;

    private ActivationLoops() {}

    /** {@code y += bias} in each row. */
    static void addBias(int rows, int columns, float[] y, float[] bias) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            for (int i = 0; i < columns; i++) {
                y[at + i] += bias[i];
            }
        }
    }

    static void relu(int length, float[] y) {
        for (int i = 0; i < length; i++) {
            y[i] = Math.max(0f, y[i]);
        }
    }

    /**
     * {@code y = tanh(y)} for {@code length} elements from {@code from} on, as a quotient of polynomials (Eigen's); the
     * relative error is below 5e-7. Ten times as fast as ND4J's operation.
     */
    static void tanh(int from, int length, float[] y) {
        for (int i = from; i < from + length; i++) {
            float x = Math.max(-TANH_IS_ONE, Math.min(TANH_IS_ONE, y[i]));
            float s = x * x;
            float p = s * -2.76076847742355e-16f + 2.00018790482477e-13f;
            p = p * s - 8.60467152213735e-11f;
            p = p * s + 5.12229709037114e-08f;
            p = p * s + 1.48572235717979e-05f;
            p = p * s + 6.37261928875436e-04f;
            p = p * s + 4.89352455891786e-03f;
            float q = s * 1.19825839466702e-06f + 1.18534705686654e-04f;
            q = q * s + 2.26843463243900e-03f;
            q = q * s + 4.89352518554385e-03f;
            y[i] = x * p / q;
        }
    }

    /** {@code dy = y > 0 ? dy : 0} for y from 0 up, without a branch that nobody can predict. */
    static void reluGradient(int length, float[] dy, float[] y) {
        for (int i = 0; i < length; i++) {
            dy[i] *= Math.signum(y[i]);
        }
    }

    static void sigmoidGradient(int length, float[] dy, float[] y) {
        for (int i = 0; i < length; i++) {
            dy[i] *= y[i] * (1 - y[i]);
        }
    }

    static void tanhGradient(int length, float[] dy, float[] y) {
        for (int i = 0; i < length; i++) {
            dy[i] *= 1 - y[i] * y[i];
        }
    }

    static void softmax(int rows, int columns, float[] y) {
        for (int at = 0; at < rows * columns; at += columns) {
            float max = max(y, at, columns);
            double sum = 0;
            for (int i = at; i < at + columns; i++) {
                double exp = Math.exp(y[i] - max);
                y[i] = (float) exp;
                sum += exp;
            }
            float scale = (float) (1 / sum);
            for (int i = at; i < at + columns; i++) {
                y[i] *= scale;
            }
        }
    }

    static void logSoftmax(int rows, int columns, float[] y) {
        for (int at = 0; at < rows * columns; at += columns) {
            float logSum = logSumExp(y, at, columns);
            for (int i = at; i < at + columns; i++) {
                y[i] -= logSum;
            }
        }
    }

    /** {@code dx = y * (dy - sum(dy * y))} in each row. */
    static void softmaxGradient(int rows, int columns, float[] dy, float[] y) {
        for (int at = 0; at < rows * columns; at += columns) {
            double dot = 0;
            for (int i = at; i < at + columns; i++) {
                dot += (double) dy[i] * y[i];
            }
            for (int i = at; i < at + columns; i++) {
                dy[i] = (float) (y[i] * (dy[i] - dot));
            }
        }
    }

    /** {@code dx = dy - exp(y) * sum(dy)} in each row. */
    static void logSoftmaxGradient(int rows, int columns, float[] dy, float[] y) {
        for (int at = 0; at < rows * columns; at += columns) {
            double sum = 0;
            for (int i = at; i < at + columns; i++) {
                sum += dy[i];
            }
            for (int i = at; i < at + columns; i++) {
                dy[i] = (float) (dy[i] - Math.exp(y[i]) * sum);
            }
        }
    }

    /** {@code log(sum(exp(row)))} of the row at {@code at}, without overflow. */
    static float logSumExp(float[] x, int at, int columns) {
        float max = max(x, at, columns);
        double sum = 0;
        for (int i = at; i < at + columns; i++) {
            sum += Math.exp(x[i] - max);
        }
        return (float) (max + Math.log(sum));
    }

    /** The greatest value of a row; NaN if there is one. */
    static float max(float[] x, int at, int columns) {
        float max = x[at];
        for (int i = at + 1; i < at + columns; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }
}
