package org.backprop.views.charts;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/** A colour for each of several curves, readable on a light and on a dark background. */
public final class Palette {
    private static final int SIZE = 12;
    private static final int MARGIN = 4;
    private static final RGB[] COLORS = {
        new RGB(0x3d, 0x8f, 0xd6),
        new RGB(0xe0, 0x8a, 0x2e),
        new RGB(0x35, 0xa8, 0x53),
        new RGB(0xd6, 0x45, 0x45),
        new RGB(0x8f, 0x6f, 0xd0),
        new RGB(0xa0, 0x6a, 0x4f),
        new RGB(0xd6, 0x6f, 0xb0),
        new RGB(0x7f, 0x8c, 0x8d),
        new RGB(0xa8, 0xa8, 0x2a),
        new RGB(0x2a, 0xa8, 0xb5)
    };

    private Palette() {}

    /** The number of colours; curves beyond begin again. */
    public static int size() {
        return COLORS.length;
    }

    public static Color color(int index) {
        return new Color(COLORS[index % COLORS.length]);
    }

    /** A small square of a colour, with room between it and the text. */
    public static ImageDescriptor swatch(int index) {
        return ImageDescriptor.createFromImageDataProvider(zoom -> {
            RGB color = COLORS[index % COLORS.length];
            int size = SIZE * zoom / 100;
            int width = size + MARGIN * zoom / 100;
            ImageData data = new ImageData(width, size, 24, new PaletteData(0xff0000, 0xff00, 0xff));
            int pixel = data.palette.getPixel(color);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < width; x++) {
                    data.setPixel(x, y, pixel);
                    data.setAlpha(x, y, x < size ? 255 : 0);
                }
            }
            return data;
        });
    }
}
