package org.backprop.engine.kernels;

import org.backprop.engine.random.Philox;

/**
 * Which elements of an activation dropout keeps: element {@code i} (in row-major order over the batch) is kept if and
 * only if {@code Philox.uniform(seed, stream, i) >= rate}. A pure function of its components, so any mask of any layer
 * and step can be computed again at any time.
 *
 * @param seed the run's seed
 * @param stream identifies layer and step, see {@link org.backprop.engine.random.Streams#dropout}
 * @param rate probability of dropping an element, in [0, 1)
 */
public record DropoutMask(long seed, long stream, float rate) {

    /** Lowest bits of a random word that decide nothing. */
    public static final int UNUSED_BITS = 8;

    /** The element is kept if and only if its random word without the unused bits is at least this. */
    public int leastKept() {
        return (int) Math.ceil((double) rate * (1 << Integer.SIZE - UNUSED_BITS));
    }

    /** Factor by which kept elements are scaled so that the expectation does not change: {@code 1 / (1 - rate)}. */
    public float scale() {
        return 1f / (1f - rate);
    }

    /** Whether element {@code index} is kept. */
    public boolean keeps(long index) {
        return Philox.uniform(seed, stream, index) >= rate;
    }
}
