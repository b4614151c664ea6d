package org.backprop.engine.layers;

import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.Shape;

/** The sum of two or more inputs of one shape, {@code y = activation(x1 + x2 + ...)}. */
record Add(Activation activation, Shape output) implements LayerDefinition {

    @Override
    public Optional<Activation> outputActivation() {
        return Optional.of(activation);
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(false, activation != Activation.LINEAR, true);
    }

    @Override
    public Optional<LayerDefinition> withActivation(Activation activation) {
        return this.activation == Activation.LINEAR ? Optional.of(new Add(activation, output)) : Optional.empty();
    }

    @Override
    public boolean squaresSlopes() {
        return true;
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        return new Bound(kernels, activation, binding);
    }

    private record Bound(Kernels kernels, Activation activation, Binding views) implements Layer {

        @Override
        public void forward(Pass pass) {
            List<View> x = views.inputs();
            View y = views.output();
            for (int i = 1; i < x.size(); i++) {
                Activation last = i == x.size() - 1 ? activation : Activation.LINEAR;
                kernels.add(i == 1 ? x.getFirst() : y, x.get(i), last, y);
            }
        }

        @Override
        public void backward(Pass pass) {
            View dy = views.outputGradient();
            if (activation != Activation.LINEAR) {
                kernels.activationBackward(activation, views.output(), dy, dy);
            }
            for (int i = 0; i < views.inputGradients().size(); i++) {
                View dx = views.inputGradients().get(i);
                if (dx != null && !Binding.same(dy, dx)) {
                    kernels.copy(dy, dx);
                }
            }
        }
    }
}
