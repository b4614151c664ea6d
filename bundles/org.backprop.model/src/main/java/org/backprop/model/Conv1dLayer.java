package org.backprop.model;

import java.util.Optional;

/**
 * A one-dimensional convolution (cross-correlation, as in PyTorch) of sequences {@code [channels, steps]}.
 *
 * @param filters number of filters, which are the channels of the output
 * @param kernel steps that a filter spans
 * @param stride steps from one place of the filters to the next
 * @param padding zeros before and behind: valid for none, same to keep the length at stride 1, or the number on each
 *     side
 * @param dilation distance of the steps that neighbouring weights of a filter see
 * @param groups number of groups of channels, each with filters of its own
 * @param activation function applied to each output
 * @param bias whether a trainable bias is added to each channel
 * @param initializer initial values of the weights
 * @param biasInitializer initial values of the bias
 */
@SpecType(
        key = "conv1d",
        doc = "Slides filters along a sequence: each output is a weighted sum of a window of its input.",
        formula = "y[k, i] = f(b[k] + sum_c,u W[k, c, u] x[c, i stride + u dilation - padding])",
        source = "torch.nn.Conv1d")
public record Conv1dLayer(
        @SpecParameter(
                doc = "Number of filters, which are the channels of the output.",
                min = 1,
                max = 1_000_000,
                main = true)
        int filters,

        @SpecParameter(doc = "Steps that a filter spans.", min = 1, max = Size2d.MOST)
        int kernel,

        @SpecParameter(
                doc = "Steps from one place of the filters to the next.",
                byDefault = "1",
                min = 1,
                max = Size2d.MOST)
        int stride,

        @SpecParameter(
                doc =
                        "Zeros before and behind: valid for none, same to keep the length at stride 1, or the number on each side.",
                byDefault = "valid",
                min = 0,
                max = Size2d.MOST)
        Padding padding,

        @SpecParameter(
                doc = "Distance of the steps that neighbouring weights of a filter see.",
                byDefault = "1",
                min = 1,
                max = Size2d.MOST)
        int dilation,

        @SpecParameter(
                doc = "Number of groups of channels, each with filters of its own.",
                byDefault = "1",
                min = 1,
                max = 1_000_000)
        int groups,

        @SpecParameter(doc = "Function applied to each output.", byDefault = "linear")
        Activation activation,

        @SpecParameter(doc = "Whether a trainable bias is added to each channel.", byDefault = "true")
        boolean bias,

        @SpecParameter(doc = "Initial values of the weights.", byDefault = "torch")
        InitializerSpec initializer,

        @SpecParameter(doc = "Initial values of the bias.", byDefault = "torch")
        InitializerSpec biasInitializer)
        implements UnaryLayer, WeightedLayer, SelfChecking {

    /** The same convolution of an image of one row, {@code [channels, 1, steps]}. */
    public Conv2dLayer ofImage() {
        Padding sides = padding.same()
                ? padding
                : new Padding(false, new Size2d(0, padding.size().width()));
        return new Conv2dLayer(
                filters,
                new Size2d(1, kernel),
                new Size2d(1, stride),
                sides,
                new Size2d(1, dilation),
                groups,
                activation,
                bias,
                initializer,
                biasInitializer);
    }

    /** A sequence as an image of one row. */
    public static Shape image(Shape in) {
        return Shape.of(in.dims().getFirst(), 1, in.dims().getLast());
    }

    @Override
    public int outputs() {
        return filters;
    }

    @Override
    public Conv1dLayer resized(int outputs, boolean withBias) {
        return new Conv1dLayer(
                outputs, kernel, stride, padding, dilation, groups, activation, withBias, initializer, biasInitializer);
    }

    @Override
    public Shape output(Shape in) throws ShapeException {
        if (in.rank() != 2) {
            throw new ShapeException("conv1d needs a sequence [channels, steps], but its input has shape " + in
                    + ": give the network an input of two dimensions, or put a reshape before it");
        }
        Shape out = ofImage().output(image(in));
        return Shape.of(out.dims().getFirst(), out.dims().getLast());
    }

    @Override
    public long parameters(Shape in) {
        return ofImage().parameters(image(in));
    }

    @Override
    public long flops(Shape in) {
        return ofImage().flops(image(in));
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(activation);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return padding.size().height() != padding.size().width()
                ? Optional.of(new Inconsistency("padding", "must be one number for a sequence, is " + padding))
                : ofImage().inconsistency();
    }
}
