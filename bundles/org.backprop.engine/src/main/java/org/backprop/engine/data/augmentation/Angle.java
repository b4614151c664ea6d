package org.backprop.engine.data.augmentation;

/**
 * Sine and cosine of angles up to half a turn, by the Taylor series: unlike those of {@link Math} the same on every
 * machine, unlike those of {@link StrictMath} without taking memory.
 */
final class Angle {

    private static final int TERMS = 11;

    private Angle() {}

    /** The sine of an angle in radians between minus and plus pi, to about 1e-15. */
    static double sin(double angle) {
        double x = angle > Math.PI / 2 ? Math.PI - angle : angle < -Math.PI / 2 ? -Math.PI - angle : angle;
        double term = x;
        double sum = x;
        for (int i = 1; i < TERMS; i++) {
            term *= -x * x / (2 * i * (2 * i + 1));
            sum += term;
        }
        return sum;
    }

    /** The cosine of such an angle. */
    static double cos(double angle) {
        return sin(Math.PI / 2 - Math.abs(angle));
    }
}
