package org.backprop.engine.kernels;

/** Loops of the pools over rows in Java arrays; each is small so that the JIT compiler vectorises it. */
final class PoolLoops {

    private PoolLoops() {}

    /** {@code to = max(to, from)}, taking every {@code step}-th element of from. */
    static void max(int count, float[] from, int fromAt, int step, float[] to, int toAt) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = Math.max(to[toAt + i], from[fromAt + i * step]);
        }
    }

    /** {@code to = max(to, from)}. */
    static void max(int count, float[] from, int fromAt, float[] to) {
        for (int i = 0; i < count; i++) {
            to[i] = Math.max(to[i], from[fromAt + i]);
        }
    }

    /** {@code to += from}, taking every {@code step}-th element of from. */
    static void add(int count, float[] from, int fromAt, int step, float[] to, int toAt) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] += from[fromAt + i * step];
        }
    }

    static void scale(int count, float factor, float[] x) {
        for (int i = 0; i < count; i++) {
            x[i] *= factor;
        }
    }

    /** Positions of the first element of each of some windows that equals y; -1 if none does. */
    static void find(int count, float[] x, int xAt, int step, int[] offsets, float[] y, int yAt, int[] found) {
        for (int i = 0; i < count; i++) {
            int corner = xAt + i * step;
            float wanted = y[yAt + i];
            int position = -1;
            for (int element = offsets.length - 1; element >= 0; element--) {
                int at = corner + offsets[element];
                position = x[at] == wanted ? at : position;
            }
            found[i] = position;
        }
    }

    /** {@code to[found] += from}, where something was found. */
    static void give(int count, float[] from, int fromAt, int[] found, float[] to) {
        for (int i = 0; i < count; i++) {
            if (found[i] >= 0) {
                to[found[i]] += from[fromAt + i];
            }
        }
    }
}
