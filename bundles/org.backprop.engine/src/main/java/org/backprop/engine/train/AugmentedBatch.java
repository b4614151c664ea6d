package org.backprop.engine.train;

/** Memory for one batch, and which samples are, or are to be, in it. */
final class AugmentedBatch {

    private final float[] features;
    private final float[] targets;
    private int[] order;
    private int epoch = -1;
    private int from;
    private int count;

    AugmentedBatch(int most, int width) {
        features = new float[Math.multiplyExact(most, width)];
        targets = new float[most];
    }

    /** Decides what is to be in it. */
    void plan(int ofEpoch, int[] inOrder, int first, int samples) {
        epoch = ofEpoch;
        order = inOrder;
        from = first;
        count = samples;
    }

    boolean holds(int ofEpoch, int first, int samples) {
        return epoch == ofEpoch && from == first && count == samples;
    }

    int epoch() {
        return epoch;
    }

    int count() {
        return count;
    }

    /** The number in the training set of row {@code i}. */
    int sample(int i) {
        return order == null ? from + i : order[from + i];
    }

    /** The samples, one after the other. */
    float[] features() {
        return features;
    }

    /** Each sample's class or number to predict. */
    float[] targets() {
        return targets;
    }
}
