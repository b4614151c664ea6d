package org.backprop.engine.layers;

import java.util.Optional;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.Shape;

/** Applies a function that the kernels know to each element; softmax and log-softmax over all elements of a sample. */
record ActivationFunction(Activation function, Shape input) implements LayerDefinition {

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public Optional<Activation> outputActivation() {
        return Optional.of(function);
    }

    @Override
    public Optional<Activation> elementWise() {
        return function.acrossUnits() ? Optional.empty() : Optional.of(function);
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(false, true, true);
    }

    @Override
    public boolean isView() {
        return function == Activation.LINEAR;
    }

    @Override
    public boolean squaresSlopes() {
        return !function.acrossUnits();
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        return new Bound(
                kernels,
                function,
                binding.gradientBeforeActivation(),
                binding.input(),
                binding.output(),
                binding.outputGradient(),
                binding.inputGradient());
    }

    private record Bound(
            Kernels kernels, Activation function, boolean gradientBeforeActivation, View x, View y, View dy, View dx)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.activationForward(function, x, y);
        }

        @Override
        public void backward(Pass pass) {
            if (!gradientBeforeActivation) {
                kernels.activationBackward(function, y, dy, dx);
            } else if (!Binding.same(dy, dx)) {
                kernels.copy(dy, dx);
            }
        }
    }
}
