package org.backprop.engine.data;

import java.util.List;
import java.util.Optional;

/** The samples of a data source, before they are divided into sets. */
public interface Source {

    /** The data's name in messages. */
    String what();

    /** Each sample's class; null for regression. */
    int[] labels();

    /** The number of samples, without {@link #test}. */
    int count();

    /**
     * The samples with the given indices, in that order.
     *
     * @throws DataException if memory is too small for them
     * @throws java.util.concurrent.CancellationException if the load is canceled
     */
    Dataset select(int[] indices) throws DataException;

    /** The test set, if the source has one apart; the split then divides the other samples alone. */
    default Optional<Dataset> test() {
        return Optional.empty();
    }

    /** For each feature the texts that its values 0, 1, ... stand for, none if it is a number; empty if all are numbers. */
    default List<List<String>> categories() {
        return List.of();
    }

    /** Whether the same sample may be there twice. */
    default boolean mayRepeat() {
        return true;
    }
}
