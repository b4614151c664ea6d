package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.Shape;

/** The product of two inputs, element by element. */
record Multiply(Shape output) implements LayerDefinition {

    private static final Runnable NOTHING = () -> {};

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, false, false);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        View a = binding.inputs().getFirst();
        View b = binding.inputs().getLast();
        return new Bound(
                Products.bind(kernels, a, b, binding.output()),
                gradient(kernels, binding, b, 0),
                gradient(kernels, binding, a, 1));
    }

    private static Runnable gradient(Kernels kernels, Binding binding, View other, int slot) {
        View dx = binding.inputGradients().get(slot);
        return dx == null ? NOTHING : Products.bind(kernels, binding.outputGradient(), other, dx);
    }

    private record Bound(Runnable product, Runnable first, Runnable second) implements Layer {

        @Override
        public void forward(Pass pass) {
            product.run();
        }

        @Override
        public void backward(Pass pass) {
            first.run();
            second.run();
        }
    }
}
