package org.backprop.engine.data;

import java.io.Serializable;

/**
 * The rows of a file that one worker reads and keeps.
 *
 * @param from the first one
 * @param to behind the last one
 * @param scale how the features are scaled, as measured on the training set
 */
public record Shard(int from, int to, FeatureScale scale) implements FloatStores, Serializable {

    @Override
    public FloatStore open() {
        return new RowStore(from, to);
    }

    @Override
    public FloatStore openTest() {
        return new RowStore(0, 0);
    }
}
