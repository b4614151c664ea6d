package org.backprop.engine.kernels;

import org.backprop.engine.random.Philox;

/**
 * Standard normal numbers of random streams, about 70 million a second. Number {@code i} is a pure function of seed,
 * stream and {@code i}, so that the noise of any layer and step can be computed again at any time, with the same bits
 * whatever the kernels.
 */
public final class NormalNumbers {

    private static final int BLOCK = 1024;
    private static final int WORDS = 4;
    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_OF_1 = 1023;
    private static final double LOG_2 = 0.6931471805599453;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long BITS_OF_SQRT_HALF = Double.doubleToRawLongBits(Math.sqrt(0.5)) & MANTISSA;

    private final int[] words = new int[WORDS];
    private final float[] block = new float[BLOCK];

    /** Writes the first numbers of a stream to a view. */
    public void draw(long seed, long stream, View to) {
        draw(seed, stream, 0, to);
    }

    /** Writes the numbers of a stream from number {@code first} on, a multiple of 4, to a view. */
    public void draw(long seed, long stream, long first, View to) {
        for (int at = 0; at < to.length(); at += BLOCK) {
            int count = Math.min(BLOCK, to.length() - at);
            for (int i = 0; i < count; i += WORDS) {
                Philox.block(seed, stream, (first + at + i) / WORDS, words, 0);
                pair(words[0], words[1], i);
                pair(words[2], words[3], i + 2);
            }
            to.buffer().write(to.offset() + at, block, 0, count);
        }
    }

    /**
     * Two numbers, by the Box-Muller transform. The angle is drawn in the quadrant around 0, where short series give
     * cosine and sine, and turned by another two bits.
     */
    private void pair(int first, int second, int at) {
        double radius = Math.sqrt(-2 * log(1.0 - Philox.toUniform(first)));
        double angle = Math.PI / 2 * (Philox.toUniform(second) - 0.5);
        double along = radius * cosine(angle * angle);
        double across = radius * angle * sineOver(angle * angle);
        boolean turned = (second & 1) != 0;
        double sign = (second & 2) != 0 ? -1 : 1;
        block[at] = (float) (sign * (turned ? -across : along));
        block[at + 1] = (float) (sign * (turned ? along : across));
    }

    /**
     * The logarithm of a normal positive number, within 1e-9: that of the power of two, and for what is left, between
     * sqrt(1/2) and sqrt(2), the series of the inverse hyperbolic tangent. Those of the JDK are slower or differ between
     * machines.
     */
    private static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long up = (bits & MANTISSA) > BITS_OF_SQRT_HALF ? 1 : 0;
        long exponent = (bits >>> MANTISSA_BITS) - EXPONENT_OF_1 + up;
        double rest = Double.longBitsToDouble(bits & MANTISSA | EXPONENT_OF_1 - up << MANTISSA_BITS);
        double s = (rest - 1) / (rest + 1);
        double square = s * s;
        double series = 2 * s * (1 + square * (1 / 3.0 + square * (1 / 5.0 + square * (1 / 7.0 + square / 9))));
        return exponent * LOG_2 + series;
    }

    /** The cosine of an angle up to pi / 4, within 1e-10, by its series in the square of the angle. */
    private static double cosine(double square) {
        return 1
                - square
                        * (1 / 2.0
                                - square
                                        * (1 / 24.0
                                                - square * (1 / 720.0 - square * (1 / 40320.0 - square / 3628800))));
    }

    /** The sine of an angle up to pi / 4 over the angle, within 1e-10. */
    private static double sineOver(double square) {
        return 1
                - square
                        * (1 / 6.0
                                - square
                                        * (1 / 120.0
                                                - square * (1 / 5040.0 - square * (1 / 362880.0 - square / 39916800))));
    }
}
