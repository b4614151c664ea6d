package org.backprop.engine.kernels.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.SUB;
import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import java.util.Arrays;

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
    private final int[] kept;
    private long seed;
    private long stream;
    private long first;
    private int greatestDropped;
    private float scale;
    private NativeView x;
    private NativeView y;

    Dropout(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
        kept = new int[team.size()];
    }

    /** See {@link org.backprop.engine.kernels.Kernels#dropout}. */
    int run(long seed, long stream, long first, float rate, NativeView x, NativeView y) {
        this.seed = seed;
        this.stream = stream;
        this.first = first;
        this.x = x;
        this.y = y;
        greatestDropped = (int) Math.ceil((double) rate * (1 << UNIFORM_BITS)) - 1;
        scale = 1f / (1f - rate);
        Arrays.fill(kept, 0);
        team.run(this, Sharing.pays((long) x.length() * WORK_PER_ELEMENT));
        int sum = 0;
        for (int i = 0; i < kept.length; i++) {
            sum += kept[i];
        }
        return sum;
    }

    @Override
    public void run(int part, int parts) {
        int end = Work.end(x.length(), BLOCK, part, parts);
        long words = scratch.of(part);
        int count = 0;
        for (int at = Work.begin(x.length(), BLOCK, part, parts); at < end; at += BLOCK) {
            int length = Math.min(BLOCK, end - at);
            RandomWords.write(seed, stream, first + at, length, words);
            count += drop(words, Lanes.at(x.address(), at), Lanes.at(y.address(), at), length);
        }
        kept[part] = count;
    }

    /**
     * The sign of a difference tells whether the uniform bits are beyond the dropped ones.
     *
     * @return number of elements kept
     */
    private int drop(long words, long from, long to, int n) {
        IntVector greatest = IntVector.broadcast(INTS, greatestDropped);
        FloatVector factor = FloatVector.broadcast(SPECIES, scale);
        IntVector count = IntVector.zero(INTS);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            long at = Lanes.at(0, i);
            IntVector uniform = IntVector.fromMemorySegment(INTS, MEMORY, words + at, ORDER)
                    .lanewise(LSHR, Integer.SIZE - UNIFORM_BITS);
            IntVector kept = greatest.sub(uniform).lanewise(ASHR, Integer.SIZE - 1);
            count = count.lanewise(SUB, kept, INTS.indexInRange(i, n));
            FloatVector.fromMemorySegment(SPECIES, MEMORY, from + at, ORDER, mask)
                    .mul(factor)
                    .reinterpretAsInts()
                    .and(kept)
                    .reinterpretAsFloats()
                    .intoMemorySegment(MEMORY, to + at, ORDER, mask);
        }
        return count.reduceLanes(ADD);
    }
}
