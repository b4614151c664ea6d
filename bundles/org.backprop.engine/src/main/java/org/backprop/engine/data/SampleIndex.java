package org.backprop.engine.data;

import java.util.Arrays;

/** Finds samples in a data set by their features: a hash table of their numbers, with linear probing. */
final class SampleIndex {

    /** The greatest number of samples that can be in an index. */
    static final int MOST = 1 << 28;

    private static final int FREE = -1;

    private final Dataset data;
    private final int[] table;

    SampleIndex(Dataset data) {
        this.data = data;
        table = new int[Integer.highestOneBit(Math.max(1, data.count())) * 4];
        Arrays.fill(table, FREE);
        for (int i = 0; i < data.count(); i++) {
            int slot = slot(data, i);
            if (table[slot] == FREE) {
                table[slot] = i;
            }
        }
    }

    /** The first sample with the features of sample {@code index} of {@code other}; -1 if there is none. */
    int find(Dataset other, int index) {
        return table[slot(other, index)];
    }

    /** The slot where the sample is, or would be. */
    private int slot(Dataset other, int index) {
        int slot = hash(other, index) & table.length - 1;
        while (table[slot] != FREE && !same(table[slot], other, index)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private boolean same(int mine, Dataset other, int index) {
        int width = data.width();
        return Arrays.equals(
                data.features(),
                mine * width,
                (mine + 1) * width,
                other.features(),
                index * width,
                (index + 1) * width);
    }

    private static int hash(Dataset data, int index) {
        int width = data.width();
        int hash = 1;
        for (int i = index * width; i < (index + 1) * width; i++) {
            hash = 31 * hash + Float.floatToIntBits(data.features()[i]);
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
