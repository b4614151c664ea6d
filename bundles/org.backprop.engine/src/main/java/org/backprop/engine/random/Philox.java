package org.backprop.engine.random;

/**
 * Philox4x32-10, a counter-based generator: a stateless function of (seed, stream, counter). Every random number of a
 * run can therefore be computed again, in any order and on any number of threads.
 *
 * <p>Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011. The 64-bit key is the seed; the
 * 128-bit counter is the block number in its low half and the stream in its high half. Each block gives four 32-bit
 * words, so number {@code i} of a stream is word {@code i mod 4} of block {@code i / 4}.
 */
public final class Philox {

    /** What the first and third word of the counter are multiplied by in each round, unsigned. */
    public static final int MULTIPLIER_0 = 0xD2511F53;

    public static final int MULTIPLIER_1 = 0xCD9E8D57;

    /** What the two words of the key grow by after each round. */
    public static final int WEYL_0 = 0x9E3779B9;

    public static final int WEYL_1 = 0xBB67AE85;

    /** Number of rounds. */
    public static final int ROUNDS = 10;

    private static final long LOW = 0xFFFFFFFFL;

    /** 2^-24: the spacing of the uniform floats. */
    private static final float FLOAT_UNIT = 0x1p-24f;

    private Philox() {}

    /** Writes the four 32-bit words of one block to {@code words[at..at + 4)}. */
    public static void block(long seed, long stream, long block, int[] words, int at) {
        int c0 = (int) block;
        int c1 = (int) (block >>> 32);
        int c2 = (int) stream;
        int c3 = (int) (stream >>> 32);
        int k0 = (int) seed;
        int k1 = (int) (seed >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = (MULTIPLIER_0 & LOW) * (c0 & LOW);
            long p1 = (MULTIPLIER_1 & LOW) * (c2 & LOW);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c1 = (int) p1;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c3 = (int) p0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        words[at] = c0;
        words[at + 1] = c1;
        words[at + 2] = c2;
        words[at + 3] = c3;
    }

    /** The 32 random bits number {@code counter} (at least 0) of a stream. */
    public static int bits(long seed, long stream, long counter) {
        int[] words = new int[4];
        block(seed, stream, counter >>> 2, words, 0);
        return words[(int) (counter & 3)];
    }

    /** Uniform float number {@code counter} of a stream, in [0, 1), a multiple of 2^-24. */
    public static float uniform(long seed, long stream, long counter) {
        return toUniform(bits(seed, stream, counter));
    }

    /** The uniform float in [0, 1) that 32 random bits stand for: their high 24 bits, scaled. */
    public static float toUniform(int bits) {
        return (bits >>> 8) * FLOAT_UNIT;
    }
}
