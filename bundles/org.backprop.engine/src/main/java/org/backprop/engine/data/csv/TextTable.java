package org.backprop.engine.data.csv;

import java.util.List;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Source;

/**
 * A source in memory, some of whose features are codes of texts.
 *
 * @param what the data's name in messages
 * @param samples all samples
 * @param categories see {@link Source#categories}
 */
record TextTable(String what, Dataset samples, List<List<String>> categories) implements Source {

    @Override
    public int[] labels() {
        return samples.labels();
    }

    @Override
    public int count() {
        return samples.count();
    }

    @Override
    public Dataset select(int[] indices) throws DataException {
        return samples.select(indices);
    }
}
