package org.backprop.engine.layers;

import java.util.Optional;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.model.Shape;

/**
 * While training, drops whole groups of elements of a sample and scales the others by {@code 1 / (1 - rate)}: channels
 * (Tompson et al. 2015), or the whole sample, as the branch of a residual block (Huang et al. 2016).
 *
 * @param masking its units are the groups of a sample
 */
record GroupDropout(Masking masking, Shape output) implements LayerDefinition {

    /** The masks, and the factor of each element. */
    @Override
    public int workspace(int batch) {
        return Math.multiplyExact(batch, Math.addExact(masking.units(), Sizes.of(output)));
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
    public Layer bind(Kernels kernels, Binding binding) {
        int batch = binding.output().rows();
        int groups = masking.units();
        boolean perSample = masking.perSample();
        View workspace = binding.workspace();
        View masks = workspace.buffer().view(workspace.offset(), 1, perSample ? batch * groups : groups);
        View factors = workspace.buffer().view(workspace.offset() + (long) batch * groups, batch, Sizes.of(output));
        View dx = binding.inputGradient();
        return new Bound(
                kernels,
                masking,
                masks,
                Copies.spread(batch, groups, Sizes.of(output) / groups, !perSample),
                factors,
                binding,
                Products.bind(kernels, binding.input(), factors, binding.output()),
                dx == null ? null : Products.bind(kernels, binding.outputGradient(), factors, dx));
    }

    private record Bound(
            Kernels kernels,
            Masking masking,
            View masks,
            Rearrangement spread,
            View factors,
            Binding views,
            Runnable output,
            Runnable gradient)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            if (!pass.training()) {
                kernels.copy(views.input(), views.output());
                return;
            }
            kernels.fill(masks, 1);
            masking.apply(kernels, pass, masks, masks);
            kernels.rearrange(spread, masks, factors);
            output.run();
        }

        @Override
        public void backward(Pass pass) {
            gradient.run();
        }
    }
}
