package org.backprop.engine.kernels;

import java.util.Arrays;

import org.backprop.model.Size2d;
import org.backprop.model.Window;

/**
 * Pools in one thread, sample by sample in Java arrays. Greatest elements and sums are taken first along the columns of a
 * row of windows, then along the rows of what that gave.
 */
final class SamplePools {

    private final PaddedImage image = new PaddedImage();
    private final PaddedImage gradient = new PaddedImage();
    private float[] results = new float[0];
    private float[] resultGradients = new float[0];
    private int[] found = new int[0];
    private float[] line = new float[0];

    void maxForward(Window window, Nd4jView x, Nd4jView y) {
        int channels = open(window, x, Float.NEGATIVE_INFINITY);
        for (int sample = 0; sample < x.rows(); sample++) {
            image.load(x.elements(), sample * x.columns());
            for (int row = 0; row < channels * window.outHeight(); row++) {
                int from = corner(window, row);
                System.arraycopy(image.values(), from, line, 0, image.width());
                for (int i = 1; i < window.kernel().height(); i++) {
                    PoolLoops.max(image.width(), image.values(), from + down(window, i), line);
                }
                int to = row * window.outWidth();
                Arrays.fill(results, to, to + window.outWidth(), Float.NEGATIVE_INFINITY);
                for (int i = 0; i < window.kernel().width(); i++) {
                    int at = i * window.dilation().width();
                    PoolLoops.max(window.outWidth(), line, at, window.stride().width(), results, to);
                }
            }
            y.elements().put(sample * y.columns(), results, 0, y.columns());
        }
    }

    void maxBackward(Window window, Nd4jView x, Nd4jView y, Nd4jView dy, Nd4jView dx) {
        int channels = open(window, x, Float.NaN);
        int[] offsets = elementOffsets(window);
        for (int sample = 0; sample < x.rows(); sample++) {
            image.load(x.elements(), sample * x.columns());
            y.elements().get(sample * y.columns(), results, 0, y.columns());
            dy.elements().get(sample * y.columns(), resultGradients, 0, y.columns());
            gradient.fill(0);
            int columns = window.outWidth();
            for (int row = 0; row < channels * window.outHeight(); row++) {
                int from = corner(window, row);
                int step = window.stride().width();
                PoolLoops.find(columns, image.values(), from, step, offsets, results, row * columns, found);
                PoolLoops.give(columns, resultGradients, row * columns, found, gradient.values());
            }
            gradient.store(dx.elements(), sample * dx.columns());
        }
    }

    /** Where the elements of a window are in the image, relative to its first. */
    private int[] elementOffsets(Window window) {
        int width = window.kernel().width();
        int[] offsets = new int[window.kernel().height() * width];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = down(window, i / width) + i % width * window.dilation().width();
        }
        return offsets;
    }

    void averageForward(Window window, Nd4jView x, Nd4jView y) {
        int channels = open(window, x, 0);
        for (int sample = 0; sample < x.rows(); sample++) {
            image.load(x.elements(), sample * x.columns());
            Arrays.fill(results, 0, y.columns(), 0);
            for (int row = 0; row < channels * window.outHeight(); row++) {
                int from = corner(window, row);
                System.arraycopy(image.values(), from, line, 0, image.width());
                for (int i = 1; i < window.kernel().height(); i++) {
                    PatchLoops.add(image.width(), image.values(), from + down(window, i), line, 0);
                }
                for (int i = 0; i < window.kernel().width(); i++) {
                    int at = i * window.dilation().width();
                    int step = window.stride().width();
                    PoolLoops.add(window.outWidth(), line, at, step, results, row * window.outWidth());
                }
            }
            PoolLoops.scale(y.columns(), share(window), results);
            y.elements().put(sample * y.columns(), results, 0, y.columns());
        }
    }

    void averageBackward(Window window, Nd4jView dy, Nd4jView dx) {
        int channels = open(window, dx, 0);
        for (int sample = 0; sample < dx.rows(); sample++) {
            dy.elements().get(sample * dy.columns(), results, 0, dy.columns());
            PoolLoops.scale(dy.columns(), share(window), results);
            gradient.fill(0);
            for (int row = 0; row < channels * window.outHeight(); row++) {
                Arrays.fill(line, 0, image.width(), 0);
                for (int i = 0; i < window.kernel().width(); i++) {
                    int at = i * window.dilation().width();
                    int step = window.stride().width();
                    PatchLoops.addSpread(window.outWidth(), results, row * window.outWidth(), line, at, step);
                }
                int to = corner(window, row);
                for (int i = 0; i < window.kernel().height(); i++) {
                    PatchLoops.add(image.width(), line, 0, gradient.values(), to + down(window, i));
                }
            }
            gradient.store(dx.elements(), sample * dx.columns());
        }
    }

    /** Prepares for the samples of x, and returns their number of channels. */
    private int open(Window window, Nd4jView x, float padding) {
        int channels = x.columns() / (window.height() * window.width());
        image.open(window, Size2d.of(1), channels, padding);
        gradient.open(window, Size2d.of(1), channels, 0);
        int columns = channels * window.outHeight() * window.outWidth();
        results = Blocks.grown(results, columns);
        resultGradients = Blocks.grown(resultGradients, columns);
        found = found.length < window.outWidth() ? new int[window.outWidth()] : found;
        line = Blocks.grown(line, image.width());
        return channels;
    }

    private static float share(Window window) {
        return 1f / (window.kernel().height() * window.kernel().width());
    }

    /** Where the first window of a row of results, counted through all channels, starts. */
    private int corner(Window window, int row) {
        int channel = row / window.outHeight();
        int top = (row - channel * window.outHeight()) * window.stride().height();
        return image.position(channel, top, 0);
    }

    /** Elements from a window's first row to another. */
    private int down(Window window, int row) {
        return row * window.dilation().height() * image.width();
    }
}
