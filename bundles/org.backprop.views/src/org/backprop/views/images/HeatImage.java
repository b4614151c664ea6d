package org.backprop.views.images;

import org.backprop.ui.theme.ChartTheme;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/**
 * A region of cells as shades, at most as large as the pixels it is drawn on; a shade is the mean of its cells. Made in a
 * background job; it takes its colours when it is drawn.
 */
public final class HeatImage {
    private static final int GAP = 255;
    private static final int FULL = 254;
    private static final double FAINT = 0.07;

    private final Region region;
    private final int width;
    private final int height;
    private final byte[] shades;

    private HeatImage(Region region, int width, int height, byte[] shades) {
        this.region = region;
        this.width = width;
        this.height = height;
        this.shades = shades;
    }

    /**
     * Draws a region.
     *
     * @param maxWidth greatest width, at least 1
     * @param maxHeight greatest height, at least 1
     */
    public static HeatImage of(Cells cells, Region region, int maxWidth, int maxHeight) {
        int width = Math.min(region.columns(), maxWidth);
        int height = Math.min(region.rows(), maxHeight);
        byte[] shades = new byte[width * height];
        float[] sums = new float[width];
        int[] counts = new int[width];
        for (int y = 0; y < height; y++) {
            int begin = first(region.row(), region.rows(), y, height);
            int end = first(region.row(), region.rows(), y + 1, height);
            for (int row = begin; row < end; row++) {
                add(cells, region, row, sums, counts);
            }
            for (int x = 0; x < width; x++) {
                shades[y * width + x] = (byte) (counts[x] == 0 ? GAP : Math.round(sums[x] / counts[x] * FULL));
                sums[x] = 0;
                counts[x] = 0;
            }
        }
        return new HeatImage(region, width, height, shades);
    }

    private static void add(Cells cells, Region region, int row, float[] sums, int[] counts) {
        int width = sums.length;
        int end = region.column();
        for (int x = 0; x < width; x++) {
            int begin = end;
            end = first(region.column(), region.columns(), x + 1, width);
            for (int column = begin; column < end; column++) {
                float value = cells.at(column, row);
                if (!Float.isNaN(value)) {
                    sums[x] += value;
                    counts[x]++;
                }
            }
        }
    }

    private static int first(int from, int cells, int pixel, int pixels) {
        return from + (int) ((long) pixel * cells / pixels);
    }

    /** The cells that are drawn. */
    public Region region() {
        return region;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The mean of the cells of a pixel, 0 to 1 within 1/254; NaN where there is no cell. */
    public float at(int x, int y) {
        int shade = Byte.toUnsignedInt(shades[y * width + x]);
        return shade == GAP ? Float.NaN : (float) shade / FULL;
    }

    /** The colour of a value of 0 to 1. */
    public static Color shade(ChartTheme theme, double value) {
        return ChartTheme.mix(theme.background(), theme.train(), FAINT + (1 - FAINT) * value);
    }

    /** The pixels from the background's colour, nearly, for 0 to that of training series for 1. */
    public ImageData data(ChartTheme theme) {
        RGB[] colors = new RGB[GAP + 1];
        for (int i = 0; i <= FULL; i++) {
            colors[i] = shade(theme, (double) i / FULL).getRGB();
        }
        colors[GAP] = theme.background().getRGB();
        ImageData data = new ImageData(width, height, 8, new PaletteData(colors));
        for (int y = 0; y < height; y++) {
            System.arraycopy(shades, y * width, data.data, y * data.bytesPerLine, width);
        }
        return data;
    }
}
