package org.backprop.engine.curvature;

import org.backprop.engine.kernels.View;
import org.backprop.model.Window;

/** The tangent of greatest elements: that of the first element of a window, in the order of rows, that is the greatest. */
final class TangentPools {

    private float[] x = new float[0];
    private float[] tangents = new float[0];
    private float[] y = new float[0];

    void max(Window window, TangentView from, TangentView to) {
        x = read(from.value(), x);
        tangents = read(from.tangent(), tangents);
        y = read(to.value(), y);
        int image = window.height() * window.width();
        int results = window.outHeight() * window.outWidth();
        for (int plane = 0; plane < from.length() / image; plane++) {
            for (int i = 0; i < results; i++) {
                int at = plane * results + i;
                int found = find(window, plane * image, i / window.outWidth(), i % window.outWidth(), y[at]);
                y[at] = found < 0 ? Float.NaN : tangents[found];
            }
        }
        View result = to.tangent();
        result.buffer().write(result.offset(), y, 0, result.length());
    }

    private static float[] read(View view, float[] array) {
        float[] values = array.length < view.length() ? new float[view.length()] : array;
        view.buffer().read(view.offset(), values, 0, view.length());
        return values;
    }

    /** Where the first element of a window is that equals a value; -1 if none does. */
    private int find(Window window, int image, int row, int column, float value) {
        int top = row * window.stride().height() - window.top();
        int left = column * window.stride().width() - window.left();
        for (int i = 0; i < window.kernel().height(); i++) {
            int inRow = top + i * window.dilation().height();
            if (inRow >= 0 && inRow < window.height()) {
                int found = findInRow(window, image + inRow * window.width(), left, value);
                if (found >= 0) {
                    return found;
                }
            }
        }
        return -1;
    }

    private int findInRow(Window window, int row, int left, float value) {
        for (int i = 0; i < window.kernel().width(); i++) {
            int column = left + i * window.dilation().width();
            if (column >= 0 && column < window.width() && x[row + column] == value) {
                return row + column;
            }
        }
        return -1;
    }
}
