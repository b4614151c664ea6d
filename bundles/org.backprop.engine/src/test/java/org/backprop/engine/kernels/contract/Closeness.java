package org.backprop.engine.kernels.contract;

import static org.junit.jupiter.api.Assertions.fail;

/** Compares results in floating point relative to the greatest magnitude that is expected among them. */
final class Closeness {

    private Closeness() {}

    static void assertClose(String name, double[] expected, float[] actual, double tolerance) {
        double allowed = tolerance * scale(expected);
        for (int i = 0; i < expected.length; i++) {
            boolean same = Double.compare(expected[i], actual[i]) == 0;
            if (!same && !(Math.abs(expected[i] - actual[i]) <= allowed)) {
                fail("element " + i + " of " + name + " (" + expected.length + " elements): expected " + expected[i]
                        + " within " + allowed + ", got " + actual[i]);
            }
        }
    }

    /** The greatest finite magnitude; 1 if all are zero. */
    private static double scale(double[] values) {
        double scale = 0;
        for (double value : values) {
            scale = Double.isFinite(value) ? Math.max(scale, Math.abs(value)) : scale;
        }
        return scale == 0 ? 1 : scale;
    }

    static double[] toDoubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
