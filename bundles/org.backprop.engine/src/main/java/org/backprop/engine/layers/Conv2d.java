package org.backprop.engine.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.Conv1dLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.Image;
import org.backprop.model.Shape;
import org.backprop.model.Window;

/**
 * A two-dimensional convolution, {@code y = activation(conv(x, W) + b)}. By default, weight and bias start uniform in {@code
 * [-1/sqrt(fan_in), 1/sqrt(fan_in))} with {@code fan_in = C / groups * kernel height * kernel width}, as PyTorch's
 * Conv2d.
 *
 * @param weightShape shape of W in PyTorch
 * @param input shape of the image
 */
record Conv2d(Conv2dLayer spec, List<Integer> weightShape, Activation activation, Shape input, Shape output)
        implements LayerDefinition {

    /** A convolution of images. */
    static Conv2d of(Conv2dLayer spec, Shape input, Shape output) {
        int channels = Image.of(input).channels() / spec.groups();
        List<Integer> weight = List.of(
                spec.filters(), channels, spec.kernel().height(), spec.kernel().width());
        return new Conv2d(spec, weight, Activation.LINEAR, input, output);
    }

    /** A convolution of sequences. */
    static Conv2d of(Conv1dLayer spec, Shape input, Shape output) {
        List<Integer> weight = List.of(spec.filters(), input.dims().getFirst() / spec.groups(), spec.kernel());
        return new Conv2d(spec.ofImage(), weight, Activation.LINEAR, Conv1dLayer.image(input), output);
    }

    @Override
    public List<ParameterShape> parameters() {
        double fanIn =
                weightShape.stream().skip(1).mapToDouble(dimension -> dimension).reduce(1, (a, b) -> a * b);
        double bound = 1 / Math.sqrt(fanIn);
        List<ParameterShape> parameters = new ArrayList<>();
        parameters.add(ParameterShape.of("weight", weightShape, spec.initializer(), bound));
        if (spec.bias()) {
            parameters.add(ParameterShape.of("bias", List.of(spec.filters()), spec.biasInitializer(), bound));
        }
        return parameters;
    }

    @Override
    public Optional<Activation> outputActivation() {
        return Optional.of(activation);
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, activation != Activation.LINEAR, false);
    }

    @Override
    public Optional<LayerDefinition> withActivation(Activation activation) {
        return this.activation == Activation.LINEAR
                ? Optional.of(new Conv2d(spec, weightShape, activation, input, output))
                : Optional.empty();
    }

    @Override
    public boolean squaresSlopes() {
        return true;
    }

    @Override
    public boolean hasUnitsInRows() {
        return true;
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        return new Bound(kernels, spec.window(input), spec.groups(), activation, spec.bias(), binding);
    }

    private record Bound(
            Kernels kernels, Window window, int groups, Activation activation, boolean hasBias, Binding views)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.conv2dForward(
                    window, groups, views.input(), weight(), bias(views.parameters()), activation, views.output());
        }

        @Override
        public void backward(Pass pass) {
            kernels.conv2dBackward(
                    window,
                    groups,
                    views.input(),
                    weight(),
                    views.output(),
                    activation,
                    views.outputGradient(),
                    views.gradients().getFirst(),
                    bias(views.gradients()),
                    views.inputGradient());
        }

        private View weight() {
            return views.parameters().getFirst();
        }

        private View bias(List<View> views) {
            return hasBias ? views.get(1) : null;
        }
    }
}
