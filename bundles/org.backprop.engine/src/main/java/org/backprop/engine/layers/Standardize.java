package org.backprop.engine.layers;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.Shape;

/**
 * Gives each of some equal parts of a sample mean 0 and variance 1, {@code (x - mean) / sqrt(variance + epsilon)}: the
 * groups of group normalization, the steps of layer normalization. It is batch normalization of one sample that has the
 * parts of all samples as its channels.
 *
 * @param parts number of parts of a sample
 */
record Standardize(int parts, double epsilon, Shape output) implements LayerDefinition {

    /** Mean and deviation for the backward pass, and the running statistics that nobody asks for. */
    private static final int NUMBERS = 4;

    @Override
    public int workspace(int batch) {
        return Math.multiplyExact(NUMBERS, Math.multiplyExact(batch, parts));
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, false, false);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        int channels = Math.multiplyExact(binding.output().rows(), parts);
        View workspace = binding.workspace();
        long at = workspace.offset();
        return new Bound(
                kernels,
                new BatchNormStep(channels, 0, epsilon),
                row(binding.input()),
                row(binding.output()),
                workspace.buffer().view(at, 2, channels),
                workspace.buffer().view(at + 2L * channels, 1, channels),
                workspace.buffer().view(at + 3L * channels, 1, channels),
                binding.outputGradient() == null ? null : row(binding.outputGradient()),
                binding.inputGradient() == null ? null : row(binding.inputGradient()));
    }

    private static View row(View view) {
        return view.reshape(1, view.length());
    }

    private record Bound(
            Kernels kernels,
            BatchNormStep step,
            View x,
            View y,
            View saved,
            View runningMean,
            View runningVariance,
            View dy,
            View dx)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.fill(runningMean, 0);
            kernels.fill(runningVariance, 0);
            kernels.batchNormForward(step, x, null, null, runningMean, runningVariance, saved, Activation.LINEAR, y);
        }

        @Override
        public void backward(Pass pass) {
            kernels.batchNormBackward(step, x, null, saved, y, Activation.LINEAR, dy, null, null, dx);
        }
    }
}
