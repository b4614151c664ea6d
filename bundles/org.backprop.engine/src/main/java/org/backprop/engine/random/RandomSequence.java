package org.backprop.engine.random;

/**
 * The numbers of one Philox stream in order. Position {@code i} of two sequences with the same seed and stream is the
 * same on every machine. Not thread-safe.
 */
public final class RandomSequence {

    private long seed;
    private long stream;
    private final int[] words = new int[4];
    private long position;

    /** The sequence of {@code (seed, stream)} from its beginning. */
    public RandomSequence(long seed, long stream) {
        restart(seed, stream);
    }

    /** Becomes the sequence of {@code (seed, stream)} from its beginning. */
    public void restart(long seed, long stream) {
        this.seed = seed;
        this.stream = stream;
        position = 0;
    }

    /** The next 32 random bits. */
    public int nextBits() {
        int word = (int) (position & 3);
        if (word == 0) {
            Philox.block(seed, stream, position >>> 2, words, 0);
        }
        position++;
        return words[word];
    }

    /** The next uniform float in [0, 1). */
    public float nextUniform() {
        return Philox.toUniform(nextBits());
    }

    /** The next standard normal value, by the Box-Muller transform; takes two numbers of the stream. */
    public float nextNormal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1.0 - nextUniform()));
        return (float) (radius * StrictMath.cos(2 * Math.PI * nextUniform()));
    }

    /** The next integer in [0, bound); its bias is below {@code bound / 2^64}. Takes two numbers of the stream. */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be positive: " + bound);
        }
        long bits = (long) nextBits() << 32 | nextBits() & 0xFFFFFFFFL;
        return (int) Math.unsignedMultiplyHigh(bits, bound);
    }

    /** A uniformly random order of 0 .. count - 1, by the Fisher-Yates shuffle. */
    public int[] permutation(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
