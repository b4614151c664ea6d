package org.backprop.engine.data;

import java.util.List;
import java.util.Optional;

/**
 * A source whose samples are loaded.
 *
 * @param what the data's name in messages
 * @param samples all samples but those of the test set
 * @param test the test set, if it is apart
 * @param categories see {@link Source#categories}
 */
public record SampleTable(String what, Dataset samples, Optional<Dataset> test, List<List<String>> categories)
        implements Source {

    /** A source of numbers. */
    public SampleTable(String what, Dataset samples, Optional<Dataset> test) {
        this(what, samples, test, List.of());
    }

    /** A source without a test set apart. */
    public SampleTable(String what, Dataset samples) {
        this(what, samples, Optional.empty());
    }

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
