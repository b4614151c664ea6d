package org.backprop.engine.kernels;

/** The instructions of formulas over the first n elements of Java arrays. */
final class FormulaLoops {

    private static final float MIN_ARGUMENT = -87.3f;
    private static final float MAX_ARGUMENT = 88f;

    private FormulaLoops() {}

    static void add(int n, float[] a, float[] b, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] + b[i];
        }
    }

    static void subtract(int n, float[] a, float[] b, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] - b[i];
        }
    }

    static void multiply(int n, float[] a, float[] b, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] * b[i];
        }
    }

    static void divide(int n, float[] a, float[] b, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] / b[i];
        }
    }

    static void min(int n, float[] a, float[] b, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.min(a[i], b[i]);
        }
    }

    static void max(int n, float[] a, float[] b, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(a[i], b[i]);
        }
    }

    static void multiplyAdd(int n, float[] a, float[] b, float[] c, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] * b[i] + c[i];
        }
    }

    static void select(int n, float[] a, float[] b, float[] c, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] > 0 ? b[i] : c[i];
        }
    }

    static void abs(int n, float[] a, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.abs(a[i]);
        }
    }

    static void sqrt(int n, float[] a, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.sqrt(a[i]);
        }
    }

    static void exp(int n, float[] a, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.exp(Math.clamp(a[i], MIN_ARGUMENT, MAX_ARGUMENT));
        }
    }

    static void log(int n, float[] a, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.log(a[i]);
        }
    }

    static void tanh(int n, float[] a, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.tanh(a[i]);
        }
    }

    static double sum(int n, float[] x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i];
        }
        return sum;
    }
}
