package org.backprop.model;

import java.util.Optional;

/**
 * A transposed two-dimensional convolution, the gradient of a convolution with respect to its input, as {@code
 * torch.nn.ConvTranspose2d}: makes images larger. Weights [channels, filters / groups, kernel rows, kernel columns].
 *
 * @param filters number of filters, which are the channels of the output
 * @param kernel rows and columns of the filters: one number for both, or two
 * @param stride steps in the output from one pixel of the input to the next
 * @param padding rows and columns that are cut off on each side
 * @param dilation distance of the pixels that neighbouring weights of a filter reach
 * @param groups number of groups of channels, each with filters of its own
 * @param activation function applied to each output
 * @param bias whether a trainable bias is added to each channel
 * @param initializer initial values of the weights
 * @param biasInitializer initial values of the bias
 */
@SpecType(
        key = "conv2d_transpose",
        doc = "Spreads each pixel over a window of a larger image, weighted by filters.",
        formula =
                "y[k, i stride + u dilation - padding, j stride + v dilation - padding] += x[c, i, j] W[c, k, u, v]; y = f(y + b)",
        source = "torch.nn.ConvTranspose2d; Zeiler et al. 2010")
public record Conv2dTransposeLayer(
        @SpecParameter(
                doc = "Number of filters, which are the channels of the output.",
                min = 1,
                max = 1_000_000,
                main = true)
        int filters,

        @SpecParameter(
                doc = "Rows and columns of the filters: one number for both, or two.",
                min = 1,
                max = Size2d.MOST)
        Size2d kernel,

        @SpecParameter(
                doc = "Steps in the output from one pixel of the input to the next.",
                byDefault = "1",
                min = 1,
                max = Size2d.MOST)
        Size2d stride,

        @SpecParameter(
                doc = "Rows and columns that are cut off on each side.",
                byDefault = "0",
                min = 0,
                max = Size2d.MOST)
        Size2d padding,

        @SpecParameter(
                doc = "Distance of the pixels that neighbouring weights of a filter reach.",
                byDefault = "1",
                min = 1,
                max = Size2d.MOST)
        Size2d dilation,

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

    /** How the filters of the convolution whose gradient this is slide over the output, an image of this size. */
    public Window window(Shape in) {
        Image image = Image.of(in);
        return Window.of(
                grown(image.height(), kernel.height(), stride.height(), padding.height(), dilation.height()),
                grown(image.width(), kernel.width(), stride.width(), padding.width(), dilation.width()),
                kernel,
                stride,
                dilation,
                new Padding(false, padding));
    }

    private static int grown(int size, int kernel, int stride, int padding, int dilation) {
        return Math.toIntExact((size - 1L) * stride - 2L * padding + dilation * (kernel - 1L) + 1);
    }

    @Override
    public int outputs() {
        return filters;
    }

    @Override
    public Conv2dTransposeLayer resized(int outputs, boolean withBias) {
        return new Conv2dTransposeLayer(
                outputs, kernel, stride, padding, dilation, groups, activation, withBias, initializer, biasInitializer);
    }

    @Override
    public Shape output(Shape in) throws ShapeException {
        Image image = Image.of(in, "conv2d_transpose");
        if (image.channels() % groups != 0) {
            throw new ShapeException("conv2d_transpose divides the channels of its input into " + groups
                    + " groups, but its input has shape " + in + ": choose groups that divide channels and filters");
        }
        Window window = window(in);
        if (window.height() < 1 || window.width() < 1) {
            throw new ShapeException("conv2d_transpose cuts off all of its output by a padding of " + padding
                    + ": make the padding smaller");
        }
        return Shape.of(filters, window.height(), window.width());
    }

    @Override
    public long parameters(Shape in) {
        return Count.plus(Count.times(Image.of(in).channels(), weights()), bias ? filters : 0);
    }

    @Override
    public long flops(Shape in) {
        return Count.times(2, in.size(), weights());
    }

    /** Number of weights of one channel of the input. */
    private long weights() {
        return Count.times(filters / groups, kernel.height(), kernel.width());
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(activation);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return filters % groups == 0
                ? Inconsistency.ifAcrossUnits(activation).or(() -> Inconsistency.ifNotForBias(biasInitializer))
                : Optional.of(new Inconsistency("groups", "must divide the " + filters + " filters, is " + groups));
    }
}
