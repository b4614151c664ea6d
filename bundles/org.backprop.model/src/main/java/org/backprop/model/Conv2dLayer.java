package org.backprop.model;

import java.util.Optional;

/**
 * A two-dimensional convolution (cross-correlation, as in PyTorch) of an image: {@code y = f(x * W + b)} with W of shape
 * [filters, channels / groups, kernel rows, kernel columns] and b of shape [filters].
 *
 * @param filters number of filters, which are the channels of the output
 * @param kernel rows and columns of the filters
 * @param stride steps from one place of the filters to the next
 * @param padding zeros around the image
 * @param dilation distance of the pixels that neighbouring weights of a filter see
 * @param groups number of groups of channels, each with filters of its own
 * @param activation the function f, not one across units
 * @param bias whether there is a b
 * @param initializer initial values of W
 * @param biasInitializer initial values of b
 */
@SpecType(
        key = "conv2d",
        doc = "Slides filters over an image: each output is a weighted sum of a window of its input.",
        formula = "y[k, i, j] = f(b[k] + sum_c,u,v W[k, c, u, v] x[c, i stride + u dilation - padding,"
                + " j stride + v dilation - padding])",
        source = "torch.nn.Conv2d; LeCun et al. 1998")
public record Conv2dLayer(
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
                doc = "Steps from one place of the filters to the next.",
                byDefault = "1",
                min = 1,
                max = Size2d.MOST)
        Size2d stride,

        @SpecParameter(
                doc =
                        "Zeros around the image: valid for none, same to keep its size at stride 1, or the number on each side.",
                byDefault = "valid",
                min = 0,
                max = Size2d.MOST)
        Padding padding,

        @SpecParameter(
                doc = "Distance of the pixels that neighbouring weights of a filter see.",
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

    /** A layer that is initialized as PyTorch does it. */
    public Conv2dLayer(
            int filters,
            Size2d kernel,
            Size2d stride,
            Padding padding,
            Size2d dilation,
            int groups,
            Activation activation,
            boolean bias) {
        this(
                filters,
                kernel,
                stride,
                padding,
                dilation,
                groups,
                activation,
                bias,
                new TorchInitializer(),
                new TorchInitializer());
    }

    /** How the filters slide over an input, which must be an image. */
    public Window window(Shape in) {
        Image image = Image.of(in);
        return Window.of(image.height(), image.width(), kernel, stride, dilation, padding);
    }

    @Override
    public int outputs() {
        return filters;
    }

    @Override
    public Conv2dLayer resized(int outputs, boolean withBias) {
        return new Conv2dLayer(
                outputs, kernel, stride, padding, dilation, groups, activation, withBias, initializer, biasInitializer);
    }

    @Override
    public Shape output(Shape in) throws ShapeException {
        int channels = Image.of(in, "conv2d").channels();
        if (channels % groups != 0) {
            throw new ShapeException("conv2d divides the channels of its input into " + groups
                    + " groups, but its input has shape " + in + ": choose groups that divide channels and filters");
        }
        return window(in).output("conv2d", filters);
    }

    @Override
    public long parameters(Shape in) {
        return Count.plus(Count.times(filters, weights(in)), bias ? filters : 0);
    }

    @Override
    public long flops(Shape in) {
        Window window = window(in);
        return Count.times(2, filters, window.outHeight(), window.outWidth(), weights(in));
    }

    /** Number of weights of one filter. */
    private long weights(Shape in) {
        return Count.times(Image.of(in).channels() / groups, kernel.height(), kernel.width());
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
