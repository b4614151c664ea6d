package org.backprop.model;

import java.util.Optional;

/** A layer that slides a window over each channel of an image and gives one number for each place of the window. */
public sealed interface Pool2dLayer extends UnaryLayer, SelfChecking permits MaxPool2dLayer, AvgPool2dLayer {

    /** Rows and columns of the window. */
    Size2d size();

    /** Steps from one window to the next; empty for as many as the window has rows and columns. */
    Optional<Size2d> stride();

    /** Elements around the image, at most half of the window. */
    Padding padding();

    /** How the window slides over an input, which must be an image. */
    default Window window(Shape in) {
        Image image = Image.of(in);
        return Window.of(image.height(), image.width(), size(), stride().orElse(size()), Size2d.of(1), padding());
    }

    @Override
    default Shape output(Shape in) throws ShapeException {
        String type = Catalogue.describe(((Record) this).getClass()).key();
        int channels = Image.of(in, type).channels();
        return window(in).output(type, channels);
    }

    @Override
    default Optional<Inconsistency> inconsistency() {
        Size2d half = new Size2d(size().height() / 2, size().width() / 2);
        Size2d given = padding().size();
        return given.height() <= half.height() && given.width() <= half.width()
                ? Optional.empty()
                : Optional.of(new Inconsistency(
                        "padding", "must be at most half of size, which is " + half + ", is " + given));
    }
}
