package org.backprop.engine.data.digits;

import org.backprop.engine.random.RandomSequence;

/** The random numbers of one picture. */
final class Draws {

    private static final float SQRT_3 = 1.7320508f;

    private final RandomSequence random;

    Draws(long seed, int sample) {
        random = new RandomSequence(seed, sample);
    }

    /** Uniform from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Uniform from {@code low} to {@code high}. */
    float uniform(float low, float high) {
        return low + (high - low) * random.nextUniform();
    }

    /** Whether an event of the given probability happens. */
    boolean chance(float probability) {
        return random.nextUniform() < probability;
    }

    /**
     * Bell-shaped with mean 0 and standard deviation 1, within 3.47 of 0: the sum of four uniform numbers of 16 bits
     * (the distribution of Irwin and Hall), which needs no logarithm for each pixel.
     */
    float bell() {
        int a = random.nextBits();
        int b = random.nextBits();
        int sum = (a & 0xFFFF) + (a >>> 16) + (b & 0xFFFF) + (b >>> 16);
        return (sum * 0x1p-16f - 2) * SQRT_3;
    }
}
