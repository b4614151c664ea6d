package org.backprop.model;

import java.util.Optional;

/**
 * The greatest element of each window, in each channel of an image; padding never wins.
 *
 * @param size rows and columns of the window
 * @param stride steps from one window to the next; empty for as many as the window has rows and columns
 * @param padding elements around the image, at most half of the window
 */
@SpecType(
        key = "max_pool2d",
        doc = "The greatest element of each window, in each channel of an image.",
        formula = "y[c, i, j] = max_u,v x[c, i stride + u - padding, j stride + v - padding]",
        source = "torch.nn.MaxPool2d")
public record MaxPool2dLayer(
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
                doc = "Elements around the image that never win: valid for none, same, or the number on each side.",
                byDefault = "valid",
                min = 0,
                max = Size2d.MOST)
        Padding padding)
        implements Pool2dLayer {}
