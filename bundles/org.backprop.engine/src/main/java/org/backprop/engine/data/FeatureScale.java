package org.backprop.engine.data;

import java.io.Serializable;
import java.util.Arrays;

import org.backprop.model.Normalization;
import org.backprop.model.Shape;

/**
 * Brings features to a common scale: {@code (x - offset) / scale}, with an offset and a scale for each feature of a
 * table, for each channel of images [channels, rows, columns], or one for samples of any other shape.
 *
 * @param offset what is subtracted, a number a group
 * @param scale what is divided by, never 0
 */
public record FeatureScale(float[] offset, float[] scale) implements Serializable {

    /** Leaves the samples as they are. */
    static FeatureScale none(Dataset data) {
        FeatureScale same = new FeatureScale(new float[groups(data.shape())], new float[groups(data.shape())]);
        Arrays.fill(same.scale, 1);
        return same;
    }

    /**
     * Measures a training set.
     *
     * @param what the data's name in messages
     * @throws DataException if one sample is all there is
     */
    static FeatureScale fit(Normalization normalization, Dataset training, String what) throws DataException {
        FeatureScale fitted = none(training);
        if (normalization == Normalization.NONE) {
            return fitted;
        }
        if (training.count() < 2) {
            throw new DataException(
                    "%s: data.normalize measures the training set, which has one sample; raise split.train or set normalize: none"
                            .formatted(what));
        }
        fitted.fit(normalization, training);
        return fitted;
    }

    private static int groups(Shape shape) {
        return shape.rank() == 1 || shape.rank() == 3 ? shape.dims().getFirst() : 1;
    }

    /** Lets a group stay as it is. */
    void leave(int group) {
        offset[group] = 0;
        scale[group] = 1;
    }

    /** The number of groups; each has as many values of a sample as every other, one after the other. */
    public int groups() {
        return offset.length;
    }

    private void fit(Normalization normalization, Dataset data) {
        float[] least = new float[groups()];
        float[] greatest = new float[groups()];
        double[] mean = new double[groups()];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
        double count = (double) data.count() * data.width() / groups();
        each(data, (group, value) -> {
            least[group] = Math.min(least[group], value);
            greatest[group] = Math.max(greatest[group], value);
            mean[group] += value / count;
        });
        double[] variance = new double[groups()];
        each(data, (group, value) -> variance[group] += (value - mean[group]) * (value - mean[group]) / count);
        for (int group = 0; group < groups(); group++) {
            boolean constant = least[group] == greatest[group];
            boolean range = normalization == Normalization.MIN_MAX || constant;
            double divisor = range ? (double) greatest[group] - least[group] : Math.sqrt(variance[group]);
            offset[group] = range ? least[group] : (float) mean[group];
            scale[group] = constant ? 1 : Math.clamp((float) divisor, Float.MIN_NORMAL, Float.MAX_VALUE);
        }
    }

    /** Takes a value of a group. */
    @FunctionalInterface
    private interface Taker {
        void take(int group, float value);
    }

    private void each(Dataset data, Taker taker) {
        int length = data.width() / groups();
        float[] row = new float[data.width()];
        for (int sample = 0; sample < data.count(); sample++) {
            data.rows().read(sample, row, 0);
            for (int i = 0; i < row.length; i++) {
                taker.take(i / length, row[i]);
            }
        }
    }

    /** The data set with scaled features: in place if they are in memory, else when they are read. */
    Dataset apply(Dataset data) {
        if (!data.inMemory()) {
            return data.withRows(data.shape(), new ScaledFeatures(data.rows(), this));
        }
        for (int i = 0; i < data.count(); i++) {
            apply(data.features(), i * data.width(), data.width());
        }
        return data;
    }

    /** Scales one sample in place. */
    public void apply(float[] features, int from, int width) {
        int length = width / groups();
        for (int i = 0; i < width; i++) {
            int group = i / length;
            features[from + i] = (features[from + i] - offset[group]) / scale[group];
        }
    }

    /** Makes one sample in place what it was before it was scaled. */
    public void undo(float[] features, int from, int width) {
        int length = width / groups();
        for (int i = 0; i < width; i++) {
            int group = i / length;
            features[from + i] = features[from + i] * scale[group] + offset[group];
        }
    }
}
