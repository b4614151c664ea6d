package org.backprop.engine.kernels.reference;

import java.util.Arrays;

import org.backprop.model.Window;

/**
 * Pools in double precision; see {@link org.backprop.engine.kernels.Kernels#maxPoolForward}.
 *
 * @param images number of images, samples times channels
 */
public record ReferencePool(Window window, int images) {

    private int positions() {
        return window.outHeight() * window.outWidth();
    }

    private int pixels() {
        return window.height() * window.width();
    }

    /** Elements of all images. */
    public int inputLength() {
        return images * pixels();
    }

    /** Elements of the results of all images. */
    public int resultLength() {
        return images * positions();
    }

    private int elements() {
        return window.kernel().height() * window.kernel().width();
    }

    /** Computes the greatest elements y. */
    public void maxForward(double[] x, double[] y) {
        Arrays.fill(y, Double.NEGATIVE_INFINITY);
        for (int image = 0; image < images; image++) {
            int from = image * pixels();
            int to = image * positions();
            WindowElements.forEach(
                    window,
                    (position, element, pixel) -> y[to + position] = Math.max(y[to + position], x[from + pixel]));
        }
    }

    /** Computes dx. */
    public void maxBackward(double[] x, double[] y, double[] dy, double[] dx) {
        Arrays.fill(dx, 0);
        boolean[] given = new boolean[y.length];
        for (int image = 0; image < images; image++) {
            int from = image * pixels();
            int to = image * positions();
            WindowElements.forEach(window, (position, element, pixel) -> {
                if (!given[to + position] && x[from + pixel] == y[to + position]) {
                    given[to + position] = true;
                    dx[from + pixel] += dy[to + position];
                }
            });
        }
    }

    /** Computes the means y. */
    public void averageForward(double[] x, double[] y) {
        Arrays.fill(y, 0);
        for (int image = 0; image < images; image++) {
            int from = image * pixels();
            int to = image * positions();
            WindowElements.forEach(
                    window, (position, element, pixel) -> y[to + position] += x[from + pixel] / elements());
        }
    }

    /** Computes dx. */
    public void averageBackward(double[] dy, double[] dx) {
        Arrays.fill(dx, 0);
        for (int image = 0; image < images; image++) {
            int from = image * positions();
            int to = image * pixels();
            WindowElements.forEach(
                    window, (position, element, pixel) -> dx[to + pixel] += dy[from + position] / elements());
        }
    }
}
