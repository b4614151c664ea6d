package org.backprop.engine.kernels;

/** What batch normalization multiplies the values of each channel by, and adds to them. */
record ChannelCoefficients(double[] mean, double[] scale, double[] shift, double[] slope) {

    ChannelCoefficients(int channels) {
        this(new double[channels], new double[channels], new double[channels], new double[channels]);
    }

    /** Number of channels. */
    int count() {
        return mean.length;
    }
}
