package org.backprop.engine.kernels.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Drops or scales the elements of a view; each thread computes the random words of its own elements, a few at a time. */
final class Dropout implements Work {

    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SPECIES.vectorShape());
    private static final int BLOCK = Scratch.VALUES / RandomWords.COUNT * RandomWords.COUNT;
    private static final int UNIFORM_BITS = 24;
    private static final int WORK_PER_ELEMENT = 8;

    private final Team team;
    private final Scratch scratch;
    private long seed;
    private long stream;
    private int greatestDropped;
    private float scale;
    private NativeView x;
    private NativeView y;

    Dropout(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
    }

    /** See {@link org.backprop.engine.kernels.Kernels#dropout}. */
    void run(long seed, long stream, float rate, NativeView x, NativeView y) {
        this.seed = seed;
        this.stream = stream;
        this.x = x;
        this.y = y;
        greatestDropped = (int) Math.ceil((double) rate * (1 << UNIFORM_BITS)) - 1;
        scale = 1f / (1f - rate);
        team.run(this, Sharing.pays((long) x.length() * WORK_PER_ELEMENT));
    }

    @Override
    public void run(int part, int parts) {
        int end = Work.end(x.length(), BLOCK, part, parts);
        long words = scratch.of(part);
        for (int at = Work.begin(x.length(), BLOCK, part, parts); at < end; at += BLOCK) {
            int count = Math.min(BLOCK, end - at);
            RandomWords.write(seed, stream, at, count, words);
            drop(words, Lanes.at(x.address(), at), Lanes.at(y.address(), at), count);
        }
    }

    /** The sign of a difference tells whether the uniform bits are beyond the dropped ones. */
    private void drop(long words, long from, long to, int n) {
        IntVector greatest = IntVector.broadcast(INTS, greatestDropped);
        FloatVector factor = FloatVector.broadcast(SPECIES, scale);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            long at = Lanes.at(0, i);
            IntVector uniform = IntVector.fromMemorySegment(INTS, MEMORY, words + at, ORDER)
                    .lanewise(LSHR, Integer.SIZE - UNIFORM_BITS);
            IntVector kept = greatest.sub(uniform).lanewise(ASHR, Integer.SIZE - 1);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, from + at, ORDER, mask)
                    .mul(factor)
                    .reinterpretAsInts()
                    .and(kept)
                    .reinterpretAsFloats()
                    .intoMemorySegment(MEMORY, to + at, ORDER, mask);
        }
    }
}
