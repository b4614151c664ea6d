package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places tensors with known life spans in one arena so that tensors that live at the same time do not overlap: greedy by
 * size, each at the lowest free offset (Pisarchyk, Lee: "Efficient memory management for deep neural net inference",
 * 2020).
 */
final class ArenaPlanner {

    /** Elements; 64 bytes, a cache line and the widest vector. */
    private static final int ALIGNMENT = 16;

    private final List<Block> blocks = new ArrayList<>();
    private long size;

    /** A tensor of {@code length} elements that lives from time {@code first} to {@code last}, inclusive. */
    static final class Block {

        private final long length;
        private final int first;
        private final int last;
        private long offset;

        private Block(long length, int first, int last) {
            this.length = length;
            this.first = first;
            this.last = last;
        }

        /** First element in the arena; known after {@link ArenaPlanner#place}. */
        long offset() {
            return offset;
        }

        private boolean livesWith(Block other) {
            return first <= other.last && other.first <= last;
        }
    }

    /** Asks for memory. */
    Block request(long length, int first, int last) {
        long aligned = Math.ceilDiv(length, ALIGNMENT) * ALIGNMENT;
        Block block = new Block(aligned, first, last);
        blocks.add(block);
        return block;
    }

    /** Gives every block its offset. */
    void place() {
        List<Block> placed = new ArrayList<>();
        List<Block> bySize = new ArrayList<>(blocks);
        bySize.sort(Comparator.comparingLong((Block block) -> block.length).reversed());
        for (Block block : bySize) {
            block.offset = lowestFree(block, placed);
            size = Math.max(size, block.offset + block.length);
            placed.add(block);
            placed.sort(Comparator.comparingLong(Block::offset));
        }
    }

    private static long lowestFree(Block block, List<Block> placed) {
        long offset = 0;
        for (Block other : placed) {
            if (block.livesWith(other)) {
                if (offset + block.length <= other.offset) {
                    return offset;
                }
                offset = Math.max(offset, other.offset + other.length);
            }
        }
        return offset;
    }

    /** Number of elements of the whole arena; known after {@link #place}. */
    long size() {
        return size;
    }
}
