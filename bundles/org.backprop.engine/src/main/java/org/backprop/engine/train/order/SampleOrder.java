package org.backprop.engine.train.order;

import java.util.Optional;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.TensorView;

/**
 * Which training samples an epoch takes, and in which order: as many as there are in the training set. A function of the
 * seed, the epoch and what {@link #state} keeps, so that a training can go on in the middle of an epoch.
 */
public interface SampleOrder {

    /** The samples of an epoch, counted from 0, one after the other; null for those of the data in their order. */
    int[] of(int epoch);

    /** What must be kept to go on later, if there is something; its name has a slash. */
    default Optional<TensorView> state() {
        return Optional.empty();
    }

    /** Goes on from a tensor with the name of {@link Orders#STATE}. */
    default void restore(NamedTensor state) {}
}
