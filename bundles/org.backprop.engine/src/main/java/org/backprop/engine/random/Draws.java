package org.backprop.engine.random;

/** The random decisions about one thing, such as a generated sample, in the order in which they are asked for. */
public final class Draws {

    private static final float SQRT_3 = 1.7320508f;

    private final RandomSequence random;

    /** The decisions of stream {@code stream}. */
    public Draws(long seed, long stream) {
        random = new RandomSequence(seed, stream);
    }

    /** Starts from the beginning of another stream. */
    public void restart(long seed, long stream) {
        random.restart(seed, stream);
    }

    /** Uniform from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Uniform from {@code low} to {@code high}. */
    public float uniform(float low, float high) {
        return low + (high - low) * random.nextUniform();
    }

    /** Whether an event of the given probability happens. */
    public boolean chance(float probability) {
        return random.nextUniform() < probability;
    }

    /** Standard normal. */
    public float normal() {
        return random.nextNormal();
    }

    /**
     * Bell-shaped with mean 0 and standard deviation 1, within 3.47 of 0: the sum of four uniform numbers of 16 bits
     * (the distribution of Irwin and Hall), which needs no logarithm for each pixel.
     */
    public float bell() {
        int a = random.nextBits();
        int b = random.nextBits();
        int sum = (a & 0xFFFF) + (a >>> 16) + (b & 0xFFFF) + (b >>> 16);
        return (sum * 0x1p-16f - 2) * SQRT_3;
    }
}
