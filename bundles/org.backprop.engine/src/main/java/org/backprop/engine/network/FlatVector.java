package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.layers.ParameterShape;

/** Gives tensors their places in a flat vector, one behind the other. */
final class FlatVector {

    private int length;

    /** The places of a layer's tensors. */
    List<Parameter> place(String layer, List<ParameterShape> shapes) {
        List<Parameter> placed = new ArrayList<>();
        for (ParameterShape shape : shapes) {
            placed.add(new Parameter(layer, shape.role(), shape.shape(), length, shape.length()));
            length = Math.addExact(length, shape.length());
        }
        return placed;
    }

    /** Number of elements so far. */
    int length() {
        return length;
    }
}
