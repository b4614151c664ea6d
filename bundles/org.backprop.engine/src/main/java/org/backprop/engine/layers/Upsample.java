package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.model.Shape;

/** Images whose pixels are repeated. */
record Upsample(Shape input, Shape output) implements LayerDefinition {

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
        Rearrangement forward = Copies.repeated(batch, input, output);
        return new Bound(kernels, forward, forward.back(true), binding);
    }

    private record Bound(Kernels kernels, Rearrangement forward, Rearrangement backward, Binding views)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.rearrange(forward, views.input(), views.output());
        }

        @Override
        public void backward(Pass pass) {
            kernels.fill(views.inputGradient(), 0);
            kernels.rearrange(backward, views.outputGradient(), views.inputGradient());
        }
    }
}
