package org.backprop.engine.layers;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.model.Shape;

/** The inputs of each sample, one after the other. */
record Concat(Shape output) implements LayerDefinition {

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
        List<Rearrangement> forward = new ArrayList<>();
        int at = 0;
        for (View input : binding.inputs()) {
            forward.add(Copies.intoRows(
                    input.rows(), input.columns(), binding.output().columns(), at));
            at += input.columns();
        }
        List<Rearrangement> backward =
                forward.stream().map(part -> part.back(false)).toList();
        return new Bound(kernels, List.copyOf(forward), backward, binding);
    }

    private record Bound(Kernels kernels, List<Rearrangement> forward, List<Rearrangement> backward, Binding views)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            for (int i = 0; i < forward.size(); i++) {
                kernels.rearrange(forward.get(i), views.inputs().get(i), views.output());
            }
        }

        @Override
        public void backward(Pass pass) {
            for (int i = 0; i < backward.size(); i++) {
                View dx = views.inputGradients().get(i);
                if (dx != null) {
                    kernels.rearrange(backward.get(i), views.outputGradient(), dx);
                }
            }
        }
    }
}
