package org.backprop.engine.layers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.model.Shape;

/** Sees each sample as a vector; copies nothing. */
record Flatten(Shape input) implements LayerDefinition {

    @Override
    public Shape output() {
        return new Shape(List.of(Sizes.of(input)));
    }

    @Override
    public boolean isView() {
        return true;
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        throw new IllegalStateException("a view is not bound");
    }
}
