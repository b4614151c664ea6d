package org.backprop.engine.kernels;

import java.util.Arrays;

/**
 * Batch normalization in one thread for some columns of the batch. It goes over them in bands that are narrow enough for
 * the first-level cache, with sums and coefficients by column, so that the loops are the same whether a channel has one
 * column or thousands.
 */
final class BatchNormBand {

    /** Columns of a band. */
    static final int WIDTH = 1024;

    private final Activator activator = new Activator();
    private final float[] x = new float[WIDTH];
    private final float[] y = new float[WIDTH];
    private final float[] dz = new float[WIDTH];
    private final float[] means = new float[WIDTH];
    private final float[] scales = new float[WIDTH];
    private final float[] sums = new float[WIDTH];
    private final float[] products = new float[WIDTH];
    private ChannelSums totals = new ChannelSums(0);

    /** Sums by channel of the columns that this went over since {@link #open}. */
    ChannelSums totals() {
        return totals;
    }

    void open(int channels) {
        totals = totals.count() == channels ? totals : new ChannelSums(channels);
        totals.clear();
    }

    /** Sums of the distances to the means, and of their squares. */
    void addDistances(ChannelColumns band, Nd4jView from, ChannelCoefficients channels) {
        band.spread(channels.mean(), means);
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (int row = 0; row < from.rows(); row++) {
            load(band, from, row, x);
            BatchNormLoops.addDistances(band.count(), x, means, sums, products);
        }
        totals.add(band, sums, products);
    }

    /** {@code y = activation((x - mean) * scale + shift)}. */
    void normalize(
            ChannelColumns band, Nd4jView from, ChannelCoefficients channels, Activation activation, Nd4jView to) {
        band.spread(channels.mean(), means);
        band.spread(channels.scale(), scales);
        band.spread(channels.shift(), sums);
        for (int row = 0; row < from.rows(); row++) {
            load(band, from, row, x);
            BatchNormLoops.normalize(band.count(), x, means, scales, sums);
            activator.forward(activation, 1, band.count(), x);
            store(band, x, to, row);
        }
    }

    /** Sums of the gradients before the activation, which replace dy, and of their products with the distances. */
    void addGradients(
            ChannelColumns band,
            Nd4jView from,
            ChannelCoefficients channels,
            Nd4jView result,
            Activation activation,
            Nd4jView dy) {
        band.spread(channels.mean(), means);
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (int row = 0; row < from.rows(); row++) {
            load(band, from, row, x);
            load(band, dy, row, dz);
            if (activation != Activation.LINEAR) {
                load(band, result, row, y);
                Activator.backward(activation, 1, band.count(), dz, y);
                store(band, dz, dy, row);
            }
            BatchNormLoops.addGradients(band.count(), dz, x, means, sums, products);
        }
        totals.add(band, sums, products);
    }

    /** {@code dx = scale * (dz - shift - slope * (x - mean))}. */
    void differentiate(
            ChannelColumns band, Nd4jView from, ChannelCoefficients channels, Nd4jView gradient, Nd4jView dx) {
        band.spread(channels.mean(), means);
        band.spread(channels.scale(), scales);
        band.spread(channels.shift(), sums);
        band.spread(channels.slope(), products);
        for (int row = 0; row < from.rows(); row++) {
            load(band, from, row, x);
            load(band, gradient, row, dz);
            BatchNormLoops.differentiate(band.count(), dz, x, means, scales, sums, products);
            store(band, dz, dx, row);
        }
    }

    private static void load(ChannelColumns band, Nd4jView from, int row, float[] to) {
        from.elements().get(row * from.columns() + band.from(), to, 0, band.count());
    }

    private static void store(ChannelColumns band, float[] from, Nd4jView to, int row) {
        to.elements().put(row * to.columns() + band.from(), from, 0, band.count());
    }
}
