package org.backprop.engine.data;

import java.util.function.IntUnaryOperator;

import org.backprop.engine.data.Splitter.Partition;
import org.backprop.model.Normalization;

/**
 * Checks that all features are indices, as an embedding needs them.
 *
 * @param count indices go from 0 to one less
 */
record IndexCheck(Source source, Normalization normalization, int count) {

    /**
     * Checks all sets.
     *
     * @throws DataException if a feature is not a whole number in the range; the message names the first
     */
    void check(Partition parts, Splits splits) throws DataException {
        check(splits.train(), "row", i -> parts.train()[i]);
        check(splits.validation(), "row", i -> parts.validation()[i]);
        if (source.test().isPresent()) {
            check(splits.test(), "row of the test set", i -> i);
        } else {
            check(splits.test(), "row", i -> parts.test()[i]);
        }
    }

    private void check(Dataset set, String what, IntUnaryOperator row) throws DataException {
        float[] sample = new float[set.width()];
        for (int i = 0; i < set.count(); i++) {
            set.rows().read(i, sample, 0);
            for (int column = 0; column < sample.length; column++) {
                float value = sample[column];
                if (value != Math.rint(value) || !(value >= 0 && value < count)) {
                    throw new DataException(
                            "%s: %s %,d, column %,d is %s, but an embedding takes whole numbers from 0 to %d%s"
                                    .formatted(
                                            source.what(),
                                            what,
                                            row.applyAsInt(i) + 1,
                                            column + 1,
                                            value,
                                            count - 1,
                                            normalization == Normalization.NONE ? "" : "; remove data.normalize"));
                }
            }
        }
    }
}
