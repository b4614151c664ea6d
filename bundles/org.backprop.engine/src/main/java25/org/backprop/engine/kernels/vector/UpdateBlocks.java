package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import java.util.Arrays;

import org.backprop.engine.kernels.UpdateNorms;

import jdk.incubator.vector.FloatVector;

/** The blocks of a flat vector, none of which crosses the border of a range whose norms are wanted. */
final class UpdateBlocks {

    /** Elements in a block that ends at no border. */
    static final int LENGTH = 1024;

    private static final int SUMS = 4;

    private final int[] borders;
    private final int[] ranges;
    private final UpdateNorms norms;
    private final NativeBuffer sums;

    private UpdateBlocks(int[] borders, int[] ranges, UpdateNorms norms) {
        this.borders = borders;
        this.ranges = ranges;
        this.norms = norms;
        sums = new NativeBuffer((ranges.length + 1L) * SUMS * Lanes.COUNT);
    }

    /** Cuts a vector; the ranges of the norms are in order and do not overlap. */
    UpdateBlocks(NativeView vector, UpdateNorms norms) {
        this(borders(vector.length(), norms), norms);
    }

    private UpdateBlocks(int[] borders, UpdateNorms norms) {
        this(borders, ranges(borders, norms), norms);
    }

    private static int[] borders(int length, UpdateNorms norms) {
        int count = norms.count();
        int[] borders = new int[length / LENGTH + 2 * count + 2];
        int size = 1;
        int next = 0;
        while (borders[size - 1] < length) {
            int at = borders[size - 1];
            int end = Math.min(length, at + LENGTH);
            while (next < 2 * count && border(norms, next) <= at) {
                next++;
            }
            borders[size++] = next < 2 * count ? Math.min(end, border(norms, next)) : end;
        }
        return Arrays.copyOf(borders, size);
    }

    /** Even numbers are the beginnings of ranges, odd ones their ends. */
    private static int border(UpdateNorms norms, int number) {
        int range = number / 2;
        return norms.offset(range) + (number % 2 == 0 ? 0 : norms.length(range));
    }

    /** The range that each block belongs to, -1 for none. */
    private static int[] ranges(int[] borders, UpdateNorms norms) {
        int[] ranges = new int[borders.length - 1];
        Arrays.fill(ranges, -1);
        for (int range = 0; range < norms.count(); range++) {
            for (int block = 0; block < ranges.length; block++) {
                int at = borders[block] - norms.offset(range);
                ranges[block] = at >= 0 && at < norms.length(range) ? range : ranges[block];
            }
        }
        return ranges;
    }

    boolean fit(NativeView vector, UpdateNorms wanted) {
        return borders[borders.length - 1] == vector.length() && norms == wanted;
    }

    int count() {
        return ranges.length;
    }

    long begin(int block) {
        return borders[block];
    }

    long end(int block) {
        return borders[block + 1];
    }

    /** Address of the block's four vectors of sums. */
    long sums(int block) {
        return sums.address((long) block * SUMS * Lanes.COUNT);
    }

    /** Adds the sums of the blocks to norms. */
    void report(UpdateNorms norms, long scratch) {
        for (int range = 0; range < norms.count(); range++) {
            norms.set(
                    range,
                    total(range, 0, scratch),
                    total(range, 1, scratch),
                    total(range, 2, scratch),
                    total(range, 3, scratch));
        }
    }

    private double total(int range, int sum, long scratch) {
        FloatVector total = FloatVector.zero(SPECIES);
        for (int block = 0; block < ranges.length; block++) {
            if (ranges[block] == range) {
                total = total.add(
                        FloatVector.fromMemorySegment(SPECIES, MEMORY, sums(block) + (long) sum * Lanes.BYTES, ORDER));
            }
        }
        total.intoMemorySegment(MEMORY, scratch, ORDER);
        return Reductions.sumOfLanes(scratch);
    }
}
