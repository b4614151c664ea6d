package org.backprop.model;

import java.util.Optional;

/**
 * The mean of each window, in each channel of an image; padding counts as zeros.
 *
 * @param size rows and columns of the window
 * @param stride steps from one window to the next; empty for as many as the window has rows and columns
 * @param padding elements around the image, at most half of the window
 */
@SpecType(
        key = "avg_pool2d",
        doc = "The mean of each window, in each channel of an image.",
        formula = "y[c, i, j] = mean_u,v x[c, i stride + u - padding, j stride + v - padding]",
        source = "torch.nn.AvgPool2d")
public record AvgPool2dLayer(
        @SpecParameter(
                doc = "Rows and columns of the window: one number for both, or two.",
                byDefault = "2",
                min = 1,
                max = Size2d.MOST,
                main = true)
        Size2d size,

        @SpecParameter(
                doc = "Steps from one window to the next. Default: the size, so that windows do not overlap.",
                byDefault = "",
                min = 1,
                max = Size2d.MOST)
        Optional<Size2d> stride,

        @SpecParameter(
                doc =
                        "Zeros around the image, which count in the mean: valid for none, same, or the number on each side.",
                byDefault = "valid",
                min = 0,
                max = Size2d.MOST)
        Padding padding)
        implements Pool2dLayer {

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(Activation.LINEAR);
    }
}
