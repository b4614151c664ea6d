package org.backprop.engine.data;

/**
 * Features in memory.
 *
 * @param values the rows, one after the other
 * @param width number of values of a sample
 */
public record HeapFeatures(float[] values, int width) implements ArrayFeatures {

    @Override
    public int count() {
        return values.length / width;
    }

    @Override
    public void read(int sample, float[] to, int at) {
        System.arraycopy(values, sample * width, to, at, width);
    }
}
