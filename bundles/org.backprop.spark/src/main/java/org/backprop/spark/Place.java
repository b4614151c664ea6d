package org.backprop.spark;

import java.io.Serializable;
import java.util.Optional;

import org.backprop.engine.data.Shard;

/**
 * A worker's place among the workers of a training.
 *
 * @param number from 0
 * @param shard what it reads of the training set; null for all of it
 */
record Place(int number, Shard shard) implements Serializable {
    Optional<Shard> part() {
        return Optional.ofNullable(shard);
    }
}
