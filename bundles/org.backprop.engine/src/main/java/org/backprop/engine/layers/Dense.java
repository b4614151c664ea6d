package org.backprop.engine.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.SparseKernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.DenseLayer;
import org.backprop.model.Shape;

/**
 * A fully connected layer, {@code y = activation(x W^T + b)}. By default, weight and bias start uniform in {@code [-1/sqrt(in),
 * 1/sqrt(in))}, as PyTorch's Linear.
 */
record Dense(DenseLayer spec, Activation activation, Shape input) implements LayerDefinition {

    @Override
    public Shape output() {
        return new Shape(List.of(spec.units()));
    }

    @Override
    public List<ParameterShape> parameters() {
        int in = Sizes.of(input);
        double bound = 1 / Math.sqrt(in);
        List<ParameterShape> parameters = new ArrayList<>();
        parameters.add(ParameterShape.of("weight", List.of(spec.units(), in), spec.initializer(), bound));
        if (spec.bias()) {
            parameters.add(ParameterShape.of("bias", List.of(spec.units()), spec.biasInitializer(), bound));
        }
        return parameters;
    }

    @Override
    public Optional<Activation> outputActivation() {
        return Optional.of(activation);
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, activation != Activation.LINEAR, false);
    }

    @Override
    public Optional<LayerDefinition> withActivation(Activation activation) {
        return this.activation == Activation.LINEAR
                ? Optional.of(new Dense(spec, activation, input))
                : Optional.empty();
    }

    @Override
    public boolean squaresSlopes() {
        return true;
    }

    @Override
    public boolean hasUnitsInRows() {
        return true;
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        return new Bound(kernels, activation, spec.bias(), binding);
    }

    @Override
    public Layer bindForPredictions(Kernels kernels, Binding binding) {
        View weight = binding.parameters().getFirst();
        if (!(kernels instanceof SparseKernels sparse) || !SparseKernels.pays(weight)) {
            return bind(kernels, binding);
        }
        View bias = spec.bias() ? binding.parameters().get(1) : null;
        return new Sparse(sparse.sparseForward(binding.input(), weight, bias, activation, binding.output()));
    }

    /** The layer with the weights alone that are not 0. */
    private record Sparse(Runnable product) implements Layer {

        @Override
        public void forward(Pass pass) {
            product.run();
        }

        @Override
        public void backward(Pass pass) {
            throw new IllegalStateException("bound for predictions alone");
        }
    }

    private record Bound(Kernels kernels, Activation activation, boolean hasBias, Binding views) implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.denseForward(views.input(), weight(), bias(views.parameters()), activation, views.output());
        }

        @Override
        public void backward(Pass pass) {
            kernels.denseBackward(
                    views.input(),
                    weight(),
                    views.output(),
                    views.gradientBeforeActivation() ? Activation.LINEAR : activation,
                    views.outputGradient(),
                    views.gradients().getFirst(),
                    bias(views.gradients()),
                    views.inputGradient());
        }

        private View weight() {
            return views.parameters().getFirst();
        }

        private View bias(List<View> views) {
            return hasBias ? views.get(1) : null;
        }
    }
}
