package org.backprop.engine.data;

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
public record FeatureScale(float[] offset, float[] scale) {

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
        for (int group = 0; group < fitted.groups(); group++) {
            fitted.fit(normalization, training, group);
        }
        return fitted;
    }

    private static int groups(Shape shape) {
        return shape.rank() == 1 || shape.rank() == 3 ? shape.dims().getFirst() : 1;
    }

    /** The number of groups; each has as many values of a sample as every other, one after the other. */
    public int groups() {
        return offset.length;
    }

    private void fit(Normalization normalization, Dataset data, int group) {
        int length = data.width() / groups();
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        double sum = 0;
        for (int sample = 0; sample < data.count(); sample++) {
            int from = sample * data.width() + group * length;
            for (int i = from; i < from + length; i++) {
                least = Math.min(least, data.features()[i]);
                greatest = Math.max(greatest, data.features()[i]);
                sum += data.features()[i];
            }
        }
        boolean constant = least == greatest;
        double mean = sum / ((double) data.count() * length);
        if (normalization == Normalization.MIN_MAX || constant) {
            offset[group] = least;
            scale[group] = constant ? 1 : greatest - least;
        } else {
            offset[group] = (float) mean;
            scale[group] = Math.max(Float.MIN_NORMAL, (float) deviation(data, group, mean));
        }
    }

    private double deviation(Dataset data, int group, double mean) {
        int length = data.width() / groups();
        double squares = 0;
        for (int sample = 0; sample < data.count(); sample++) {
            int from = sample * data.width() + group * length;
            for (int i = from; i < from + length; i++) {
                squares += (data.features()[i] - mean) * (data.features()[i] - mean);
            }
        }
        return Math.sqrt(squares / ((double) data.count() * length));
    }

    /** Scales the features of a data set, in place. */
    void apply(Dataset data) {
        int length = data.width() / groups();
        float[] features = data.features();
        for (int i = 0; i < features.length; i++) {
            int group = i / length % groups();
            features[i] = (features[i] - offset[group]) / scale[group];
        }
    }
}
