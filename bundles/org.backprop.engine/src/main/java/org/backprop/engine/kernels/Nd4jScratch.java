package org.backprop.engine.kernels;

/** Native memory for intermediate values; it grows to what was asked for and is then kept. */
final class Nd4jScratch {

    private Nd4jView view;

    /** A matrix with unspecified content, which the next call may overwrite. */
    Nd4jView view(int rows, int columns) {
        int length = Math.multiplyExact(rows, columns);
        if (view == null || view.buffer().length() < length) {
            view = new Nd4jBuffer(length).view(0, rows, columns);
        } else if (view.rows() != rows || view.columns() != columns) {
            view = (Nd4jView) view.buffer().view(0, rows, columns);
        }
        return view;
    }
}
