package org.backprop.engine.kernels;

import java.util.Arrays;

/** Two sums for each channel: of values, and of products. */
record ChannelSums(double[] sum, double[] product) {

    ChannelSums(int channels) {
        this(new double[channels], new double[channels]);
    }

    /** Number of channels. */
    int count() {
        return sum.length;
    }

    void clear() {
        Arrays.fill(sum, 0);
        Arrays.fill(product, 0);
    }

    void add(ChannelColumns columns, float[] sums, float[] products) {
        columns.addTo(sum, sums);
        columns.addTo(product, products);
    }

    void add(ChannelSums other) {
        for (int channel = 0; channel < sum.length; channel++) {
            sum[channel] += other.sum[channel];
            product[channel] += other.product[channel];
        }
    }
}
