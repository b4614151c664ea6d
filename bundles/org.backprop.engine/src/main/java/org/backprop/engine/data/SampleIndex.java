package org.backprop.engine.data;

import java.util.Arrays;

/** Finds samples in a data set by their features: a hash table of their numbers, with linear probing. */
final class SampleIndex {

    /** The greatest number of samples that can be in an index. */
    static final int MOST = 1 << 28;

    private static final int FREE = -1;

    private final Dataset data;
    private final int[] table;
    private final float[] row;
    private final float[] otherRow;

    SampleIndex(Dataset data) {
        this.data = data;
        row = new float[data.width()];
        otherRow = new float[data.width()];
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
        data.rows().read(mine, row, 0);
        other.rows().read(index, otherRow, 0);
        return Arrays.equals(row, otherRow);
    }

    private int hash(Dataset other, int index) {
        other.rows().read(index, row, 0);
        int hash = 1;
        for (float value : row) {
            hash = 31 * hash + Float.floatToIntBits(value);
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
