package org.backprop.engine.curvature;

import java.util.Arrays;

import org.backprop.engine.kernels.View;
import org.backprop.model.Window;

/** The tangent of greatest elements: that of the first element of a window, in the order of rows, that is the greatest. */
final class TangentPools {

    private float[] x = new float[0];
    private float[] tangents = new float[0];
    private float[] y = new float[0];
    private float[] results = new float[0];

    void max(Window window, TangentView from, TangentView to) {
        x = read(from.value(), x);
        tangents = read(from.tangent(), tangents);
        y = read(to.value(), y);
        results = results.length < to.length() ? new float[to.length()] : results;
        Arrays.fill(results, 0, to.length(), Float.NaN);
        int planes = from.length() / (window.height() * window.width());
        for (int row = 0; row < planes * window.outHeight(); row++) {
            row(window, row / window.outHeight(), row % window.outHeight(), row * window.outWidth());
        }
        View result = to.tangent();
        result.buffer().write(result.offset(), results, 0, result.length());
    }

    private static float[] read(View view, float[] array) {
        float[] values = array.length < view.length() ? new float[view.length()] : array;
        view.buffer().read(view.offset(), values, 0, view.length());
        return values;
    }

    /** One row of windows, their elements from the last to the first, so that the first that is the greatest wins. */
    private void row(Window window, int plane, int row, int to) {
        int stride = window.stride().width();
        for (int i = window.kernel().height() - 1; i >= 0; i--) {
            int inRow = row * window.stride().height()
                    - window.top()
                    + i * window.dilation().height();
            int line = (plane * window.height() + inRow) * window.width();
            for (int j = window.kernel().width() - 1; inRow >= 0 && inRow < window.height() && j >= 0; j--) {
                int column = j * window.dilation().width() - window.left();
                int first = Math.max(0, Math.ceilDiv(-column, stride));
                int end = Math.min(window.outWidth(), Math.ceilDiv(window.width() - column, stride));
                pick(first, end, x, tangents, line + column, stride, y, results, to);
            }
        }
    }

    /** {@code result = tangent} where {@code x = y}. */
    private static void pick(
            int first, int end, float[] x, float[] tangents, int at, int stride, float[] y, float[] results, int to) {
        for (int i = first; i < end; i++) {
            int from = at + i * stride;
            results[to + i] = x[from] == y[to + i] ? tangents[from] : results[to + i];
        }
    }
}
