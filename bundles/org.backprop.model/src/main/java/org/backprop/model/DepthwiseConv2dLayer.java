package org.backprop.model;

import java.util.Optional;

/**
 * A convolution that gives each channel of an image filters of its own, {@code groups = channels} in PyTorch's Conv2d.
 *
 * @param kernel rows and columns of the filters: one number for both, or two
 * @param multiplier filters, and so channels of the output, for each channel
 * @param stride steps from one place of the filters to the next
 * @param padding zeros around the image: valid for none, same to keep its size at stride 1, or the number on each side
 * @param dilation distance of the pixels that neighbouring weights of a filter see
 * @param activation function applied to each output
 * @param bias whether a trainable bias is added to each channel
 * @param initializer initial values of the weights
 * @param biasInitializer initial values of the bias
 */
@SpecType(
        key = "depthwise_conv2d",
        doc = "Slides filters over each channel of an image by itself.",
        formula =
                "y[c m + k, i, j] = f(b[c m + k] + sum_u,v W[c m + k, u, v] x[c, i stride + u dilation - padding, ...])",
        source = "torch.nn.Conv2d(groups=channels); Chollet 2017")
public record DepthwiseConv2dLayer(
        @SpecParameter(
                doc = "Rows and columns of the filters: one number for both, or two.",
                min = 1,
                max = Size2d.MOST,
                main = true)
        Size2d kernel,

        @SpecParameter(
                doc = "Filters, and so channels of the output, for each channel.",
                byDefault = "1",
                min = 1,
                max = 10_000)
        int multiplier,

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

        @SpecParameter(doc = "Function applied to each output.", byDefault = "linear")
        Activation activation,

        @SpecParameter(doc = "Whether a trainable bias is added to each channel.", byDefault = "true")
        boolean bias,

        @SpecParameter(doc = "Initial values of the weights.", byDefault = "torch")
        InitializerSpec initializer,

        @SpecParameter(doc = "Initial values of the bias.", byDefault = "torch")
        InitializerSpec biasInitializer)
        implements UnaryLayer, SelfChecking {

    /** The same convolution with as many groups as the input has channels. */
    public Conv2dLayer grouped(Shape in) {
        int channels = Image.of(in).channels();
        return new Conv2dLayer(
                Math.multiplyExact(channels, multiplier),
                kernel,
                stride,
                padding,
                dilation,
                channels,
                activation,
                bias,
                initializer,
                biasInitializer);
    }

    @Override
    public Shape output(Shape in) throws ShapeException {
        Image.of(in, "depthwise_conv2d");
        return grouped(in).output(in);
    }

    @Override
    public long parameters(Shape in) {
        return grouped(in).parameters(in);
    }

    @Override
    public long flops(Shape in) {
        return grouped(in).flops(in);
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(activation);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Inconsistency.ifAcrossUnits(activation).or(() -> Inconsistency.ifNotForBias(biasInitializer));
    }
}
