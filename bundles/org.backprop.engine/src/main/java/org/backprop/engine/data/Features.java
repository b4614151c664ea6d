package org.backprop.engine.data;

/** The features of samples, row by row. Several threads may read at once. */
public interface Features {

    /** Number of samples. */
    int count();

    /** Number of values of a sample. */
    int width();

    /** Copies the values of a sample to {@code to[at..]}. */
    void read(int sample, float[] to, int at);

    /**
     * A copy in memory.
     *
     * @param what the data's name in the message
     * @throws DataException if memory is too small for it
     */
    default Features inMemory(String what) throws DataException {
        float[] values = Memory.floats(count(), width(), what);
        for (int i = 0; i < count(); i++) {
            read(i, values, i * width());
        }
        return new HeapFeatures(values, width());
    }
}
