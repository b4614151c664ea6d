package org.backprop.engine.data;

/** Features that lie in one array, the values of one sample after those of the other. */
interface ArrayFeatures extends Features {

    /** The array. Changes show in the features. */
    float[] values();

    /** The array, in which at least the {@code count} samples {@code order[from ..]} are, or {@code from ..} if order is null. */
    default float[] values(int[] order, int from, int count) {
        return values();
    }
}
