package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.model.Shape;
import org.backprop.model.Window;

/** The greatest element of each window, channel by channel. */
record MaxPool2d(Window window, Shape output) implements LayerDefinition {

    /** The greatest element of each whole channel. */
    static MaxPool2d global(Shape input, Shape output) {
        return new MaxPool2d(Windows.whole(input), output);
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
            kernels.maxPoolForward(window, views.input(), views.output());
        }

        @Override
        public void backward(Pass pass) {
            kernels.maxPoolBackward(
                    window, views.input(), views.output(), views.outputGradient(), views.inputGradient());
        }
    }
}
