package org.backprop.engine.layers;

import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.BatchNormLayer;
import org.backprop.model.Shape;

/**
 * Batch normalization (Ioffe and Szegedy 2015) of each channel of {@code [C, H, W]} or each element of {@code [C]}, by the
 * batch's statistics while training and by the running ones else. Names and initial values as PyTorch's BatchNorm.
 *
 * @param activation a function behind it
 */
record BatchNorm(BatchNormLayer spec, Shape output, Activation activation) implements LayerDefinition {

    private int channels() {
        return output.dims().getFirst();
    }

    @Override
    public List<ParameterShape> parameters() {
        return spec.affine()
                ? List.of(
                        ParameterShape.constant("weight", channels(), 1),
                        ParameterShape.constant("bias", channels(), 0))
                : List.of();
    }

    @Override
    public List<ParameterShape> statistics() {
        return List.of(
                ParameterShape.constant("running_mean", channels(), 0),
                ParameterShape.constant("running_var", channels(), 1));
    }

    @Override
    public int workspace(int batch) {
        return 2 * channels();
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, activation != Activation.LINEAR, false);
    }

    @Override
    public Optional<LayerDefinition> withActivation(Activation activation) {
        return this.activation == Activation.LINEAR
                ? Optional.of(new BatchNorm(spec, output, activation))
                : Optional.empty();
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        BatchNormStep step = new BatchNormStep(channels(), spec.momentum(), spec.epsilon());
        return new Bound(kernels, step, activation, binding, binding.workspace().reshape(2, channels()));
    }

    private record Bound(Kernels kernels, BatchNormStep step, Activation activation, Binding views, View saved)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            View mean = views.statistics().getFirst();
            View variance = views.statistics().getLast();
            View x = views.input();
            View y = views.output();
            View gamma = gamma(views.parameters());
            View beta = beta(views.parameters());
            if (pass.training()) {
                kernels.batchNormForward(step, x, gamma, beta, mean, variance, saved, activation, y);
            } else {
                kernels.batchNormInference(step, x, gamma, beta, mean, variance, activation, y);
            }
        }

        @Override
        public void backward(Pass pass) {
            kernels.batchNormBackward(
                    step,
                    views.input(),
                    gamma(views.parameters()),
                    saved,
                    views.output(),
                    activation,
                    views.outputGradient(),
                    gamma(views.gradients()),
                    beta(views.gradients()),
                    views.inputGradient());
        }

        private static View gamma(List<View> views) {
            return views.isEmpty() ? null : views.getFirst();
        }

        private static View beta(List<View> views) {
            return views.isEmpty() ? null : views.getLast();
        }
    }
}
