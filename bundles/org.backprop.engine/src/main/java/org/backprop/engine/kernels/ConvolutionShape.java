package org.backprop.engine.kernels;

import org.backprop.model.Padding;
import org.backprop.model.Size2d;
import org.backprop.model.Window;

/**
 * The matrix products of a convolution. The image of a sample is a {@link PaddedImage} with the strides as phases, so the
 * pixels that one element of the window sees, from window to window, lie in a row, apart from gaps between the rows of
 * windows; the results have the same gaps. For each element of the window there is a product {@code weight [filters,
 * channels] times pixels [channels, span]}. With few channels the pixels of all elements are copied below each other first
 * ("lowered"), and there is one product.
 *
 * @param channels of a group of the input
 * @param filters of a group of the result
 */
record ConvolutionShape(Window window, int groups, int channels, int filters) {

    private static final int LEAST_CHANNELS = 16;

    static ConvolutionShape of(Window window, int groups, View x, View weight) {
        int channels = x.columns() / (groups * window.height() * window.width());
        return new ConvolutionShape(window, groups, channels, weight.rows() / groups);
    }

    /** Multiplications of a sample. */
    long multiplications() {
        return (long) groups * filters * patch() * positions();
    }

    int positions() {
        return window.outHeight() * window.outWidth();
    }

    /** Elements of the window. */
    int elements() {
        return window.kernel().height() * window.kernel().width();
    }

    /** Elements of a filter. */
    int patch() {
        return channels * elements();
    }

    /** Elements from a row of results to the next. */
    int pitch() {
        return PaddedImage.width(window, window.stride());
    }

    /** Elements from the first result to behind the last. */
    int span() {
        return (window.outHeight() - 1) * pitch() + window.outWidth();
    }

    /** Whether the results have no gaps. */
    boolean isCompact() {
        return span() == positions();
    }

    /** Whether there is one product for all elements of the window. */
    boolean isLowered() {
        return channels < LEAST_CHANNELS && !isPointwise();
    }

    /** Number of products of each group. */
    int products() {
        return isLowered() ? 1 : elements();
    }

    /** Rows of the pixels, and columns of the weight, of a product. */
    int inner() {
        return isLowered() ? patch() : channels;
    }

    /** Whether the pixels are the image itself. */
    boolean isPointwise() {
        return window.equals(Window.of(
                window.height(), window.width(), Size2d.of(1), Size2d.of(1), window.dilation(), Padding.VALID));
    }
}
