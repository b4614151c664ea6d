package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.random.Streams;
import org.backprop.model.DropoutLayer;
import org.backprop.model.DropoutScaling;
import org.backprop.model.Shape;

/**
 * Dropout. Inverted, it drops each element with probability {@code rate} while training and scales the others by {@code 1
 * / (1 - rate)}; scaled at test time, everything is {@code 1 - rate} times that, while training and while predicting.
 * Srivastava et al., JMLR 15, 2014.
 */
record Dropout(DropoutLayer spec, Shape input, int position) implements LayerDefinition {

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public boolean isView() {
        return spec.rate() == 0;
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(false, false, true);
    }

    @Override
    public boolean squaresSlopes() {
        return spec.scaling() == DropoutScaling.INVERTED;
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        return new Bound(
                kernels,
                Math.min((float) spec.rate(), Math.nextDown(1f)),
                spec.scaling() == DropoutScaling.INVERTED,
                position,
                binding.input(),
                binding.output(),
                binding.outputGradient(),
                binding.inputGradient());
    }

    private record Bound(Kernels kernels, float rate, boolean inverted, int position, View x, View y, View dy, View dx)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            if (pass.training()) {
                drop(pass, x, y);
            } else {
                kernels.copy(x, y);
            }
            scale(y);
        }

        @Override
        public void backward(Pass pass) {
            drop(pass, dy, dx);
            scale(dx);
        }

        private void drop(Pass pass, View from, View to) {
            kernels.dropout(pass.seed(), Streams.dropout(position, pass.step()), rate, from, to);
        }

        private void scale(View values) {
            if (!inverted) {
                kernels.addScaled(-rate, values, values);
            }
        }
    }
}
