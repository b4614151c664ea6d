package org.backprop.engine.layers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.LstmShape;
import org.backprop.engine.kernels.View;
import org.backprop.model.LstmLayer;
import org.backprop.model.Shape;

/**
 * Long short-term memory over sequences {@code [T, F]}. Parameters are named as those of PyTorch's LSTM and start, by
 * default, uniform in {@code [-1/sqrt(H), 1/sqrt(H))}.
 */
record Lstm(LstmLayer spec, Shape input, Shape output) implements LayerDefinition {

    private static final int GATES = 4;

    private LstmShape shape() {
        return new LstmShape(input.dims().getFirst(), input.dims().getLast(), spec.units(), spec.returnSequences());
    }

    @Override
    public List<ParameterShape> parameters() {
        int gates = Math.multiplyExact(GATES, spec.units());
        double bound = 1 / Math.sqrt(spec.units());
        ParameterShape ofInput =
                ParameterShape.of("weight_ih_l0", List.of(gates, input.dims().getLast()), spec.initializer(), bound);
        ParameterShape ofState = ParameterShape.uniform("weight_hh_l0", List.of(gates, spec.units()), bound);
        return spec.bias()
                ? List.of(
                        ofInput,
                        ofState,
                        ParameterShape.of("bias_ih_l0", List.of(gates), spec.biasInitializer(), bound),
                        ParameterShape.of("bias_hh_l0", List.of(gates), spec.biasInitializer(), bound))
                : List.of(ofInput, ofState);
    }

    @Override
    public int workspace(int batch) {
        return Math.multiplyExact(batch, shape().workspace());
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        View workspace = binding.workspace().reshape(binding.input().rows(), shape().workspace());
        return new Bound(kernels, shape(), spec.bias(), binding, workspace);
    }

    private record Bound(Kernels kernels, LstmShape shape, boolean hasBias, Binding views, View workspace)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            List<View> parameters = views.parameters();
            kernels.lstmForward(
                    shape,
                    views.input(),
                    parameters.get(0),
                    parameters.get(1),
                    hasBias ? parameters.get(2) : null,
                    hasBias ? parameters.get(3) : null,
                    workspace,
                    views.output());
        }

        @Override
        public void backward(Pass pass) {
            List<View> gradients = views.gradients();
            View biasGradient = hasBias ? gradients.get(2) : null;
            kernels.lstmBackward(
                    shape,
                    views.input(),
                    views.parameters().get(0),
                    views.parameters().get(1),
                    workspace,
                    views.output(),
                    views.outputGradient(),
                    gradients.get(0),
                    gradients.get(1),
                    biasGradient,
                    views.inputGradient());
            if (hasBias) {
                kernels.copy(biasGradient, gradients.get(3));
            }
        }
    }
}
