package org.backprop.runlog.events;

import org.backprop.runlog.tensor.Tensor;

/** One value of an {@link Event}, under a tag such as {@code loss/train}. */
public sealed interface Value {
    /** Name of the quantity. */
    String tag();

    /** A number, from a simple value or from a scalar tensor. */
    record Scalar(String tag, float value) implements Value {}

    /** A distribution. */
    record Distribution(String tag, Histogram histogram) implements Value {}

    /**
     * An array for a plugin.
     *
     * @param plugin name of the TensorBoard plugin that it is meant for; "" if the file does not say
     */
    record Array(String tag, String plugin, Tensor tensor) implements Value {}
}
