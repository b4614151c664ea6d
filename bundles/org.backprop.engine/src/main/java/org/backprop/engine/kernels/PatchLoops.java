package org.backprop.engine.kernels;

/** Loops between the rows of images and those of patches; each is small so that the JIT compiler vectorises it. */
final class PatchLoops {

    private PatchLoops() {}

    /** Copies every {@code step}-th element. */
    static void take(int count, float[] from, int fromAt, int step, float[] to, int toAt) {
        if (step == 1) {
            System.arraycopy(from, fromAt, to, toAt, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            to[toAt + i] = from[fromAt + i * step];
        }
    }

    static void add(int count, float[] from, int fromAt, float[] to, int toAt) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }

    /** Copies to every {@code step}-th element. */
    static void spread(int count, float[] from, int fromAt, float[] to, int toAt, int step) {
        if (step == 1) {
            System.arraycopy(from, fromAt, to, toAt, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            to[toAt + i * step] = from[fromAt + i];
        }
    }

    /** Adds to every {@code step}-th element. */
    static void addSpread(int count, float[] from, int fromAt, float[] to, int toAt, int step) {
        for (int i = 0; i < count; i++) {
            to[toAt + i * step] += from[fromAt + i];
        }
    }

    /** Adds {@code value} to {@code count} elements. */
    static void shift(int count, float value, float[] to, int toAt) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] += value;
        }
    }

    /** Sum of {@code count} elements; four sums at a time, because each addition waits for the one before. */
    static double sum(int count, float[] from, int fromAt) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            first += from[fromAt + i];
            second += from[fromAt + i + 1];
            third += from[fromAt + i + 2];
            fourth += from[fromAt + i + 3];
        }
        for (; i < count; i++) {
            first += from[fromAt + i];
        }
        return first + second + (third + fourth);
    }
}
