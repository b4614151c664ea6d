package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Team;
import org.backprop.model.Window;

/** Greatest element of each window. */
final class MaxPool extends PoolPlanes {

    private NativeView x;
    private NativeView y;
    private boolean pairs;

    MaxPool(Team team, Workspace workspace) {
        super(team, workspace);
    }

    /** Computes y; see {@link org.backprop.engine.kernels.Kernels#maxPoolForward}. */
    void run(Window window, NativeView x, NativeView y) {
        this.x = x;
        this.y = y;
        pairs = PairPool.fits(window);
        start(window, x);
    }

    @Override
    void compute(long image, long result, long row) {
        int rows = window().outHeight();
        int columns = window().outWidth();
        long xRow = Lanes.at(0, window().width());
        long yRow = Lanes.at(0, columns);
        if (pairs) {
            for (int j = 0; j < columns; j += Lanes.COUNT) {
                long from = Lanes.at(x.address() + image, 2L * j);
                PairPool.max(from, xRow, Lanes.at(y.address() + result, j), yRow, rows, columns - j);
            }
        } else {
            for (int i = 0; i < rows; i++) {
                row(i, image, y.address() + result + i * yRow, row);
            }
        }
    }

    private void row(int index, long image, long to, long row) {
        PoolRows.fill(Float.NEGATIVE_INFINITY, row, rowSize());
        for (int i = 0; i < window().kernel().height(); i++) {
            long offset = rowOffset(index, i);
            if (offset >= 0) {
                PoolRows.max(x.address() + image + offset, Lanes.at(row, window().left()), window().width());
            }
        }
        int kernel = window().kernel().width();
        int dilation = window().dilation().width();
        for (int j = 0; j < window().outWidth(); j++) {
            long first = Lanes.at(row, (long) j * window().stride().width());
            Lanes.set(Lanes.at(to, j), PoolRows.max(first, kernel, dilation));
        }
    }
}
