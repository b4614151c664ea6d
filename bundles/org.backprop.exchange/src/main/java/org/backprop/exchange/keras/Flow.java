package org.backprop.exchange.keras;

import java.util.List;

import org.backprop.model.Shape;

/**
 * What flows from a layer to the next, here and in Keras, where channels stand last.
 *
 * @param layer name of the layer here
 * @param shape its shape here: an image is [channels, rows, columns]
 * @param channelsFirst whether a sequence is [channels, steps] here rather than [steps, features] as in Keras
 * @param order for each element of a vector in Keras its place here; null if they are the same
 */
record Flow(String layer, Shape shape, boolean channelsFirst, int[] order) {

    /** The shape of a sample in Keras. */
    List<Integer> theirs() {
        List<Integer> dims = shape.dims();
        return switch (shape.rank()) {
            case 3 -> List.of(dims.get(1), dims.get(2), dims.get(0));
            case 2 -> channelsFirst ? dims.reversed() : dims;
            default -> dims;
        };
    }

    /** The vector that Keras' Flatten makes of it: where its elements are in ours. */
    int[] flatOrder() {
        if (shape.rank() == 1) {
            return order;
        }
        if (shape.rank() == 2 && !channelsFirst || shape.rank() > 3) {
            return null;
        }
        int channels = shape.dims().getFirst();
        int places = (int) (shape.size() / channels);
        if (channels == 1 || places == 1) {
            return null;
        }
        int[] flat = new int[channels * places];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = i % channels * places + i / channels;
        }
        return flat;
    }
}
