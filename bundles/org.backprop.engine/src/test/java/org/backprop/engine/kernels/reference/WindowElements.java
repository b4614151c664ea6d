package org.backprop.engine.kernels.reference;

import org.backprop.model.Window;

/** Walks over all positions of a window in an image and over the elements there that are not padding, in rows. */
final class WindowElements {

    private WindowElements() {}

    /** Takes the index of the window's position, of the element in the window and of the pixel in the image. */
    @FunctionalInterface
    interface Visitor {
        void visit(int position, int element, int pixel);
    }

    static void forEach(Window window, Visitor visitor) {
        int columns = window.outWidth();
        for (int position = 0; position < window.outHeight() * columns; position++) {
            int top = position / columns * window.stride().height() - window.top();
            int left = position % columns * window.stride().width() - window.left();
            for (int row = 0; row < window.kernel().height(); row++) {
                for (int column = 0; column < window.kernel().width(); column++) {
                    int y = top + row * window.dilation().height();
                    int x = left + column * window.dilation().width();
                    if (y >= 0 && y < window.height() && x >= 0 && x < window.width()) {
                        visitor.visit(position, row * window.kernel().width() + column, y * window.width() + x);
                    }
                }
            }
        }
    }
}
