package org.backprop.engine.layers;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.model.Conv2dTransposeLayer;
import org.backprop.model.Image;
import org.backprop.model.Shape;
import org.backprop.model.Window;

/**
 * A transposed convolution: its forward pass is the gradient of a convolution with respect to its input, its backward
 * pass that convolution. By default, weight and bias start uniform in {@code [-1/sqrt(fan_in), 1/sqrt(fan_in))} with
 * {@code fan_in = filters / groups * kernel height * kernel width}, as PyTorch's ConvTranspose2d.
 */
record Conv2dTranspose(Conv2dTransposeLayer spec, Shape input, Shape output) implements LayerDefinition {

    @Override
    public List<ParameterShape> parameters() {
        List<Integer> weight = List.of(
                Image.of(input).channels(),
                spec.filters() / spec.groups(),
                spec.kernel().height(),
                spec.kernel().width());
        double bound = 1 / Math.sqrt((double) weight.get(1) * weight.get(2) * weight.get(3));
        List<ParameterShape> parameters = new ArrayList<>();
        parameters.add(ParameterShape.of("weight", weight, spec.initializer(), bound));
        if (spec.bias()) {
            parameters.add(ParameterShape.of("bias", List.of(spec.filters()), spec.biasInitializer(), bound));
        }
        return parameters;
    }

    private int pixels() {
        return Sizes.of(output) / spec.filters();
    }

    /**
     * A gradient of the weights that nobody needs with an image of zeros for it, a copy of the input, and what {@link
     * FeatureSums} needs.
     */
    @Override
    public int workspace(int batch) {
        int weights = parameters().getFirst().length();
        int copy = Math.multiplyExact(batch, Sizes.of(input));
        int elements = Math.multiplyExact(batch, Sizes.of(output));
        return Math.addExact(
                Math.addExact(Math.addExact(weights, elements), copy),
                FeatureSums.workspace(elements, spec.filters(), pixels()));
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, false, false);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        Carver workspace = new Carver(binding.workspace());
        int batch = binding.output().rows();
        View weight = binding.parameters().getFirst();
        View unused = workspace.next(weight.rows(), weight.columns());
        View zeros = workspace.next(batch, Sizes.of(output));
        View copy = workspace.next(batch, Sizes.of(input));
        int elements = binding.output().length();
        View rest = workspace.next(1, FeatureSums.workspace(elements, spec.filters(), pixels()));
        FeatureSums sums = new FeatureSums(kernels, elements, spec.filters(), pixels(), rest.buffer(), rest.offset());
        Rearrangement spread = Copies.spread(batch, spec.filters(), pixels(), true);
        return new Bound(
                kernels,
                spec.window(input),
                spec,
                binding,
                unused,
                zeros,
                copy,
                biasGradient(sums, binding),
                adding(spread));
    }

    private Runnable biasGradient(FeatureSums sums, Binding binding) {
        return spec.bias() && binding.outputGradient() != null
                ? sums.bind(binding.outputGradient(), binding.gradients().get(1))
                : null;
    }

    private static Rearrangement adding(Rearrangement spread) {
        return new Rearrangement(
                spread.counts(), spread.fromOffset(), spread.fromSteps(), spread.toOffset(), spread.toSteps(), true);
    }

    private record Bound(
            Kernels kernels,
            Window window,
            Conv2dTransposeLayer spec,
            Binding views,
            View unused,
            View zeros,
            View copy,
            Runnable biasGradient,
            Rearrangement spread)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            View x = views.input();
            kernels.copy(x, copy);
            kernels.fill(zeros, 0);
            kernels.conv2dBackward(
                    window, spec.groups(), zeros, weight(), x, Activation.LINEAR, copy, unused, null, views.output());
            if (spec.bias()) {
                kernels.rearrange(spread, views.parameters().get(1), views.output());
            }
        }

        @Override
        public void backward(Pass pass) {
            View dy = views.outputGradient();
            kernels.copy(views.input(), copy);
            kernels.conv2dBackward(
                    window,
                    spec.groups(),
                    dy,
                    weight(),
                    views.input(),
                    Activation.LINEAR,
                    copy,
                    views.gradients().getFirst(),
                    null,
                    null);
            if (spec.bias()) {
                biasGradient.run();
            }
            if (views.inputGradient() != null) {
                kernels.conv2dForward(
                        window, spec.groups(), dy, weight(), null, Activation.LINEAR, views.inputGradient());
            }
        }

        private View weight() {
            return views.parameters().getFirst();
        }
    }
}
