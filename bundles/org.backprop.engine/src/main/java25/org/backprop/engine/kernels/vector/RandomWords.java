package org.backprop.engine.kernels.vector;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import org.backprop.engine.random.Philox;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The words of {@link Philox}, many blocks at a time: a vector of longs holds one of the four
 * words of as many blocks, in the high halves of its lanes. The low halves are unspecified, unless said.
 *
 * <p>Factors are shifted right because that lets the compiler see that 32 bits are multiplied by 32.
 */
final class RandomWords {

    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, Lanes.SPECIES.vectorShape());
    private static final int BLOCK_WORDS = 4;

    /** Words that are computed together. */
    static final int COUNT = BLOCK_WORDS * LONGS.length();

    private static final int HALF = Integer.SIZE;
    private static final long MULTIPLIER_0 = (long) Philox.MULTIPLIER_0 << HALF;
    private static final long MULTIPLIER_1 = (long) Philox.MULTIPLIER_1 << HALF;
    private static final long WEYL_0 = (long) Philox.WEYL_0 << HALF;
    private static final long WEYL_1 = (long) Philox.WEYL_1 << HALF;
    private static final VectorShuffle<Long> SWAP = VectorShuffle.fromOp(LONGS, lane -> lane ^ 1);
    private static final VectorMask<Long> ODD = VectorMask.fromLong(LONGS, 0xAAAAAAAAAAAAAAAAL);

    /** The block in each lane: those of the first half in the even lanes, so that neighbours can be exchanged at the end. */
    private static final LongVector BLOCKS = LongVector.fromArray(LONGS, blocks(), 0);

    private RandomWords() {}

    private static long[] blocks() {
        long[] blocks = new long[LONGS.length()];
        for (int lane = 0; lane < blocks.length; lane++) {
            blocks[lane] = lane / 2 + lane % 2 * (blocks.length / 2);
        }
        return blocks;
    }

    /** Writes n words, rounded up to a multiple of {@link #COUNT}, from number {@code from} on, a multiple of 4. */
    static void write(long seed, long stream, long from, int n, long to) {
        LongVector multiplier0 = LongVector.broadcast(LONGS, MULTIPLIER_0).lanewise(LSHR, HALF);
        LongVector multiplier1 = LongVector.broadcast(LONGS, MULTIPLIER_1).lanewise(LSHR, HALF);
        LongVector weyl0 = LongVector.broadcast(LONGS, WEYL_0);
        LongVector weyl1 = LongVector.broadcast(LONGS, WEYL_1);
        for (int i = 0; i < n; i += COUNT) {
            LongVector c1 = BLOCKS.add((from + i) / BLOCK_WORDS);
            LongVector c0 = c1.lanewise(LSHL, HALF);
            LongVector c3 = LongVector.broadcast(LONGS, stream);
            LongVector c2 = LongVector.broadcast(LONGS, stream << HALF);
            LongVector k1 = LongVector.broadcast(LONGS, seed);
            LongVector k0 = LongVector.broadcast(LONGS, seed << HALF);
            for (int round = 0; round < Philox.ROUNDS; round++) {
                LongVector p0 = c0.lanewise(LSHR, HALF).mul(multiplier0);
                LongVector p1 = c2.lanewise(LSHR, HALF).mul(multiplier1);
                c0 = c1.lanewise(XOR, k0).lanewise(XOR, p1);
                c2 = c3.lanewise(XOR, k1).lanewise(XOR, p0);
                c1 = p1.lanewise(LSHL, HALF);
                c3 = p0.lanewise(LSHL, HALF);
                k0 = k0.add(weyl0);
                k1 = k1.add(weyl1);
            }
            LongVector front = c0.lanewise(LSHR, HALF).or(c1);
            LongVector back = c2.lanewise(LSHR, HALF).or(c3);
            long at = to + (long) i * Integer.BYTES;
            front.blend(back.rearrange(SWAP), ODD).intoMemorySegment(Lanes.MEMORY, at, Lanes.ORDER);
            front.rearrange(SWAP).blend(back, ODD).intoMemorySegment(Lanes.MEMORY, at + Lanes.BYTES, Lanes.ORDER);
        }
    }
}
