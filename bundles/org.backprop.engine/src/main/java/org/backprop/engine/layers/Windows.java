package org.backprop.engine.layers;

import org.backprop.model.Image;
import org.backprop.model.Padding;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.backprop.model.Window;

/** Windows that several layers need. */
final class Windows {

    private Windows() {}

    /** One window, as large as the image. */
    static Window whole(Shape input) {
        Image image = Image.of(input);
        Size2d all = new Size2d(image.height(), image.width());
        return Window.of(image.height(), image.width(), all, all, Size2d.of(1), Padding.VALID);
    }
}
