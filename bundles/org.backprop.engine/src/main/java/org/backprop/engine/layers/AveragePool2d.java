package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.model.Shape;
import org.backprop.model.Window;

/** The mean of each window, channel by channel; padding counts as zeros. */
record AveragePool2d(Window window, Shape output) implements LayerDefinition {

    /** The mean of each whole channel. */
    static AveragePool2d global(Shape input, Shape output) {
        return new AveragePool2d(Windows.whole(input), output);
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(false, false, false);
    }

    @Override
    public boolean squaresSlopes() {
        return true;
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        return new Bound(kernels, window, binding);
    }

    private record Bound(Kernels kernels, Window window, Binding views) implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.averagePoolForward(window, views.input(), views.output());
        }

        @Override
        public void backward(Pass pass) {
            kernels.averagePoolBackward(window, views.outputGradient(), views.inputGradient());
        }
    }
}
