package org.backprop.editor.dataimport;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/** Small versions of pictures. */
final class Thumbnails {
    private static final int MOST = 96;
    private static final int LEVELS = 256;

    private Thumbnails() {}

    /** A picture of at most {@value #MOST} pixels a side. */
    static ImageData of(ImageData picture) {
        double scale = (double) MOST / Math.max(picture.width, picture.height);
        return scale >= 1
                ? picture
                : picture.scaledTo((int) Math.max(1, picture.width * scale), (int) Math.max(1, picture.height * scale));
    }

    /** A picture of grey values, one byte a pixel, row by row. */
    static ImageData grey(byte[] values, int width, int height) {
        RGB[] levels = new RGB[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = new RGB(i, i, i);
        }
        return of(new ImageData(width, height, 8, new PaletteData(levels), 1, values));
    }
}
