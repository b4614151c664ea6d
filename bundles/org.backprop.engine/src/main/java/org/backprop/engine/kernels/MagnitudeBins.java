package org.backprop.engine.kernels;

/**
 * The bins of {@link Kernels#countMagnitudes}: eight for each power of two and sign, so each is at most an eighth wider
 * than the one before. A value's bin is the first 12 of its 32 bits: sign, exponent and three bits of the mantissa. Bins
 * from 0 up are those of positive values in ascending order, bins from {@link #NEGATIVE} up those of negative values in
 * descending order. NaN and infinities fall into the last bins of either half, from {@link #FINITE} on.
 */
public final class MagnitudeBins {

    /** Bits of a value that do not matter. */
    public static final int SHIFT = 20;

    /** Number of bins. */
    public static final int COUNT = 1 << Integer.SIZE - SHIFT;

    /** First bin of the negative values. */
    public static final int NEGATIVE = COUNT / 2;

    /** Number of bins of either half that hold finite values. */
    public static final int FINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY) >>> SHIFT;

    private MagnitudeBins() {}

    /** The bin of a value. */
    public static int of(float value) {
        return Float.floatToRawIntBits(value) >>> SHIFT;
    }

    /** The least magnitude in the n-th bin of either half, n from 0 to {@link #FINITE}. */
    public static double magnitude(int n) {
        return n == FINITE ? 0x1p128 : Float.intBitsToFloat(n << SHIFT);
    }

    /** Adds the first {@code length} values to the counts. */
    static void count(float[] values, int length, int[] counts) {
        for (int i = 0; i < length; i++) {
            counts[of(values[i])]++;
        }
    }
}
