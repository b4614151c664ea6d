package org.backprop.engine.layers;

import java.util.Optional;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.DropoutLayer;
import org.backprop.model.DropoutScaling;
import org.backprop.model.Shape;

/**
 * Dropout. Inverted, it drops each element with probability {@code rate} while training and scales the others by {@code 1
 * / (1 - rate)}; scaled at test time, everything is {@code 1 - rate} times that, while training and while predicting.
 * Srivastava et al., JMLR 15, 2014.
 */
record Dropout(boolean inverted, Masking masking, Shape input) implements LayerDefinition {

    static Dropout of(DropoutLayer spec, Shape input, int position) {
        return new Dropout(
                spec.scaling() == DropoutScaling.INVERTED,
                new Masking(spec.rate(), position, Sizes.of(input), true),
                input);
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public boolean isView() {
        return !masking.drops();
    }

    @Override
    public Optional<Masking> masks() {
        return Optional.of(masking);
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(false, false, true);
    }

    @Override
    public boolean squaresSlopes() {
        return inverted;
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        return new Bound(
                kernels,
                masking,
                inverted,
                binding.input(),
                binding.output(),
                binding.outputGradient(),
                binding.inputGradient());
    }

    private record Bound(Kernels kernels, Masking masking, boolean inverted, View x, View y, View dy, View dx)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            if (pass.training()) {
                masking.apply(kernels, pass, x, y);
            } else {
                kernels.copy(x, y);
            }
            scale(y);
        }

        @Override
        public void backward(Pass pass) {
            masking.apply(kernels, pass, dy, dx);
            scale(dx);
        }

        private void scale(View values) {
            if (!inverted) {
                kernels.addScaled(-masking.kernelRate(), values, values);
            }
        }
    }
}
