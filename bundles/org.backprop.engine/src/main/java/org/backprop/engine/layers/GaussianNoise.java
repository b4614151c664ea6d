package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.NormalNumbers;
import org.backprop.engine.kernels.View;
import org.backprop.engine.random.Streams;
import org.backprop.model.Shape;

/**
 * While training, adds {@code deviation} times standard normal numbers.
 *
 * @param position the layer's position in the model; it selects the random numbers
 */
record GaussianNoise(double deviation, int position, Shape output) implements LayerDefinition {

    /** The numbers. */
    @Override
    public int workspace(int batch) {
        return Math.multiplyExact(batch, Sizes.of(output));
    }

    @Override
    public boolean isView() {
        return deviation == 0;
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(false, false, true);
    }

    @Override
    public boolean squaresSlopes() {
        return true;
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        View noise = binding.workspace().reshape(binding.output().rows(), Sizes.of(output));
        return new Bound(kernels, (float) deviation, position, new NormalNumbers(), noise, binding);
    }

    private record Bound(
            Kernels kernels, float deviation, int position, NormalNumbers numbers, View noise, Binding views)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.copy(views.input(), views.output());
            if (pass.training()) {
                numbers.draw(
                        pass.seed(),
                        Streams.dropout(position, pass.step()),
                        (long) pass.firstRow() * noise.columns(),
                        noise);
                kernels.addScaled(deviation, noise, views.output());
            }
        }

        @Override
        public void backward(Pass pass) {
            View dy = views.outputGradient();
            View dx = views.inputGradient();
            if (dx != null && !Binding.same(dy, dx)) {
                kernels.copy(dy, dx);
            }
        }
    }
}
