package org.backprop.engine.data;

/** The features of samples, row by row. Several threads may read at once. */
public interface Features {

    /** Number of samples. */
    int count();

    /** Number of values of a sample. */
    int width();

    /** Copies the values of a sample to {@code to[at..]}. */
    void read(int sample, float[] to, int at);
}
