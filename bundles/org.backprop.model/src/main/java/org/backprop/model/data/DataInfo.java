package org.backprop.model.data;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.backprop.model.Shape;

/**
 * What is known about a data source from its headers.
 *
 * @param shape shape of one sample
 * @param classes number of classes, if the source has labels and says how many kinds
 * @param samples number of samples, if the header says so
 */
public record DataInfo(Optional<Shape> shape, OptionalInt classes, OptionalLong samples) {

    /** Nothing is known. */
    public static final DataInfo NONE = new DataInfo(Optional.empty(), OptionalInt.empty(), OptionalLong.empty());
}
