package org.backprop.model;

/**
 * A window that slides over the rows and columns of an image: the geometry of a convolution or a pool, without channels.
 *
 * @param height rows of the image
 * @param width columns of the image
 * @param kernel rows and columns of the window
 * @param stride steps from a window to the next, at least 1
 * @param dilation distance of neighbouring elements of the window, at least 1
 * @param top rows of padding above
 * @param bottom rows of padding below
 * @param left columns of padding before
 * @param right columns of padding behind
 */
public record Window(
        int height,
        int width,
        Size2d kernel,
        Size2d stride,
        Size2d dilation,
        int top,
        int bottom,
        int left,
        int right) {

    /** The window over an image with this padding; {@code same} is by the dilated kernel, whatever the stride. */
    public static Window of(int height, int width, Size2d kernel, Size2d stride, Size2d dilation, Padding padding) {
        int rows = padding.same()
                ? dilation.height() * (kernel.height() - 1)
                : 2 * padding.size().height();
        int columns = padding.same()
                ? dilation.width() * (kernel.width() - 1)
                : 2 * padding.size().width();
        return new Window(
                height, width, kernel, stride, dilation, rows / 2, rows - rows / 2, columns / 2, columns - columns / 2);
    }

    /** The image that a layer of this type makes of this window. */
    Shape output(String type, int channels) throws ShapeException {
        Size2d span = new Size2d(span(kernel.height(), dilation.height()), span(kernel.width(), dilation.width()));
        if (outHeight() < 1 || outWidth() < 1) {
            throw new ShapeException(type + " has a window of " + span + ", which is larger than its input of "
                    + new Size2d(height, width) + " with the padding: make it smaller, or pad more");
        }
        return Shape.of(channels, outHeight(), outWidth());
    }

    /** Rows of the result; not positive if the window is larger than the padded image. */
    public int outHeight() {
        return Math.floorDiv(height + top + bottom - span(kernel.height(), dilation.height()), stride.height()) + 1;
    }

    /** Columns of the result; not positive if the window is larger than the padded image. */
    public int outWidth() {
        return Math.floorDiv(width + left + right - span(kernel.width(), dilation.width()), stride.width()) + 1;
    }

    /** Elements from the first to the last of the window. */
    private static int span(int kernel, int dilation) {
        return dilation * (kernel - 1) + 1;
    }
}
