package org.backprop.engine.layers;

import java.util.List;

import org.backprop.engine.kernels.GroupNormStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.GroupNormLayer;
import org.backprop.model.LayerNormLayer;
import org.backprop.model.Shape;

/**
 * Layer and group normalization: gives each of some equal parts of a sample mean 0 and variance 1, then scales and shifts
 * each feature, starting with 1 and 0. Ba et al. 2016; Wu and He 2018.
 *
 * @param affine whether there are scales and shifts
 */
record GroupNorm(GroupNormStep step, boolean affine, Shape output) implements LayerDefinition {

    /** Normalizes each step of a sequence, or a vector, over its features. */
    static GroupNorm of(LayerNormLayer spec, Shape shape) {
        int features = shape.dims().getLast();
        return of(Sizes.of(shape) / features, features, 1, spec.epsilon(), spec.affine(), shape);
    }

    /** Normalizes groups of channels. */
    static GroupNorm of(GroupNormLayer spec, Shape shape) {
        int channels = shape.dims().getFirst();
        return of(spec.groups(), channels, Sizes.of(shape) / channels, spec.epsilon(), spec.affine(), shape);
    }

    private static GroupNorm of(int groups, int features, int inner, double epsilon, boolean affine, Shape shape) {
        return affine
                ? new GroupNorm(new GroupNormStep(groups, features, inner, epsilon), true, shape)
                : new GroupNorm(new GroupNormStep(groups, 1, Sizes.of(shape) / groups, epsilon), false, shape);
    }

    @Override
    public List<ParameterShape> parameters() {
        return affine
                ? List.of(
                        ParameterShape.constant("weight", step.features(), 1),
                        ParameterShape.constant("bias", step.features(), 0))
                : List.of();
    }

    /** Mean and {@code 1 / deviation} of each part. */
    @Override
    public int workspace(int batch) {
        return Math.multiplyExact(2, Math.multiplyExact(batch, step.groups()));
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, false, false);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        View workspace = binding.workspace();
        int parts = Math.multiplyExact(binding.output().rows(), step.groups());
        return new Bound(kernels, step, affine, binding, workspace.buffer().view(workspace.offset(), 2, parts));
    }

    private record Bound(Kernels kernels, GroupNormStep step, boolean affine, Binding views, View saved)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.groupNormForward(step, views.input(), scale(), shift(views.parameters()), saved, views.output());
        }

        @Override
        public void backward(Pass pass) {
            kernels.groupNormBackward(
                    step,
                    views.input(),
                    scale(),
                    saved,
                    views.outputGradient(),
                    affine ? views.gradients().getFirst() : null,
                    shift(views.gradients()),
                    views.inputGradient());
        }

        private View scale() {
            return affine ? views.parameters().getFirst() : null;
        }

        private View shift(List<View> views) {
            return affine ? views.getLast() : null;
        }
    }
}
