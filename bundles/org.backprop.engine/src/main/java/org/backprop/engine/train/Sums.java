package org.backprop.engine.train;

/** Adds arrays, element by element, to the first one. */
final class Sums {
    private Sums() {}

    static float[] add(float[] to, float[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
        return to;
    }

    static double[] add(double[] to, double[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
        return to;
    }

    static int[] add(int[] to, int[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
        return to;
    }

    static float[][] add(float[][] to, float[][] values) {
        for (int i = 0; i < to.length; i++) {
            add(to[i], values[i]);
        }
        return to;
    }

    static int[][] add(int[][] to, int[][] values) {
        for (int i = 0; i < to.length; i++) {
            add(to[i], values[i]);
        }
        return to;
    }
}
