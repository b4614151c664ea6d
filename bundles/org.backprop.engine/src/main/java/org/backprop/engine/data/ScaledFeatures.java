package org.backprop.engine.data;

/** Features that are scaled when they are read. */
record ScaledFeatures(Features unscaled, FeatureScale scale) implements Features {

    @Override
    public int count() {
        return unscaled.count();
    }

    @Override
    public int width() {
        return unscaled.width();
    }

    @Override
    public void read(int sample, float[] to, int at) {
        unscaled.read(sample, to, at);
        scale.apply(to, at, width());
    }
}
