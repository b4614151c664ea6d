package org.backprop.views.images;

import java.util.List;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Draws samples that are pictures. */
public final class PictureData {
    private static final int FULL = 255;

    private PictureData() {}

    /**
     * A picture with a pixel for each value of a channel.
     *
     * @param shape [channels, rows, columns] with one or three channels, or [rows, columns]
     * @param values 0 (black) to 1; what lies beyond counts as the nearest of them
     */
    public static ImageData of(List<Integer> shape, float[] values) {
        int channels = shape.size() == 3 ? shape.getFirst() : 1;
        int height = shape.get(shape.size() - 2);
        int width = shape.getLast();
        ImageData data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        int plane = width * height;
        for (int i = 0; i < plane; i++) {
            int red = level(values[i]);
            int green = channels == 1 ? red : level(values[plane + i]);
            int blue = channels == 1 ? red : level(values[2 * plane + i]);
            data.setPixel(i % width, i / width, red << 16 | green << 8 | blue);
        }
        return data;
    }

    private static int level(float value) {
        return Math.round(Math.clamp(value, 0f, 1f) * FULL);
    }
}
