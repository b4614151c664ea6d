package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;

/** Zeros around each image. */
record Pad(Size2d size, Shape input, Shape output) implements LayerDefinition {

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
        int batch = binding.output().rows();
        Rearrangement forward = Copies.intoImages(batch, input, output, size.height(), size.width());
        return new Bound(kernels, forward, forward.back(false), binding);
    }

    private record Bound(Kernels kernels, Rearrangement forward, Rearrangement backward, Binding views)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.fill(views.output(), 0);
            kernels.rearrange(forward, views.input(), views.output());
        }

        @Override
        public void backward(Pass pass) {
            kernels.rearrange(backward, views.outputGradient(), views.inputGradient());
        }
    }
}
