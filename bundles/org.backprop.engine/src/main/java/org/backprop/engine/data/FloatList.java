package org.backprop.engine.data;

import java.util.Arrays;

/** Floats whose number is not known in advance; memory grows with what was added, not with what was announced. */
public final class FloatList implements FloatStore {

    private float[] values;
    private int size;

    public FloatList(int capacity) {
        values = new float[capacity];
    }

    @Override
    public void add(float value, String what) throws DataException {
        if (size == values.length) {
            float[] larger = Memory.floats(Math.max(16, size + (long) size / 2), 1, what);
            System.arraycopy(values, 0, larger, 0, size);
            values = larger;
        }
        values[size++] = value;
    }

    public int size() {
        return size;
    }

    public float[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }

    @Override
    public Features features(int width) {
        return new HeapFeatures(toArray(), width);
    }
}
