package org.backprop.engine.data;

/**
 * Some of other features, in another order.
 *
 * @param all the others
 * @param indices the samples
 */
record SelectedFeatures(Features all, int[] indices) implements Features {

    @Override
    public int count() {
        return indices.length;
    }

    @Override
    public int width() {
        return all.width();
    }

    @Override
    public void read(int sample, float[] to, int at) {
        all.read(indices[sample], to, at);
    }
}
