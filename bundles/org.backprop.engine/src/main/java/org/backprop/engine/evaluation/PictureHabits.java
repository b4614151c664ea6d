package org.backprop.engine.evaluation;

import java.util.List;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FeatureScale;

/**
 * How the pictures of a training set look, so that one drawn by hand can be made alike. Measured on the first
 * {@value #SAMPLES} samples, as they were before scaling.
 *
 * @param background mean of the outermost pixels, 0 to 1
 * @param extent mean of the longer side of the box around what stands out from the background, as a share of the picture's
 *     shorter side
 */
public record PictureHabits(double background, double extent) {
    static final int SAMPLES = 200;
    private static final float CONTRAST = 0.4f;

    /** Measures a set of pictures, which has at least one sample; the last two dimensions are rows and columns. */
    public static PictureHabits of(Dataset pictures, FeatureScale scale) {
        List<Integer> dims = pictures.shape().dims();
        int rows = dims.get(dims.size() - 2);
        int columns = dims.getLast();
        int count = Math.min(SAMPLES, pictures.count());
        float[][] planes = new float[count][];
        double background = 0;
        for (int i = 0; i < count; i++) {
            float[] values = new float[pictures.width()];
            pictures.rows().read(i, values, 0);
            scale.undo(values, 0, values.length);
            planes[i] = values;
            background += border(values, rows, columns) / count;
        }
        double extent = 0;
        for (float[] plane : planes) {
            extent += longerSide(plane, rows, columns, background) / (double) Math.min(rows, columns) / count;
        }
        return new PictureHabits(Math.clamp(background, 0, 1), Math.clamp(extent, 0, 1));
    }

    private static double border(float[] values, int rows, int columns) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            int row = i / columns % rows;
            int column = i % columns;
            if (row == 0 || row == rows - 1 || column == 0 || column == columns - 1) {
                sum += values[i];
                count++;
            }
        }
        return sum / count;
    }

    private static int longerSide(float[] values, int rows, int columns, double background) {
        int top = rows;
        int bottom = -1;
        int left = columns;
        int right = -1;
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i] - background) > CONTRAST) {
                int row = i / columns % rows;
                int column = i % columns;
                top = Math.min(top, row);
                bottom = Math.max(bottom, row);
                left = Math.min(left, column);
                right = Math.max(right, column);
            }
        }
        return Math.max(0, Math.max(bottom - top, right - left) + 1);
    }
}
