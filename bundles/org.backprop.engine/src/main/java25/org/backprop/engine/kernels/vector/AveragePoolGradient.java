package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Team;
import org.backprop.model.Window;

/** Gradient of {@link AveragePool}. */
final class AveragePoolGradient extends PoolPlanes {

    private NativeView dy;
    private NativeView dx;
    private boolean pairs;
    private boolean whole;
    private float factor;

    AveragePoolGradient(Team team, Workspace workspace) {
        super(team, workspace);
    }

    /** Computes dx; see {@link org.backprop.engine.kernels.Kernels#averagePoolBackward}. */
    void run(Window window, NativeView dy, NativeView dx) {
        this.dy = dy;
        this.dx = dx;
        pairs = PairPool.fits(window);
        whole = isWholeImage(window);
        factor = 1f / (window.kernel().height() * window.kernel().width());
        start(window, dx);
    }

    @Override
    void compute(long image, long result, long row) {
        long to = dx.address() + image;
        long from = dy.address() + result;
        if (whole) {
            PoolRows.fill(Lanes.get(from) * factor, to, imagePlane());
            return;
        }
        int rows = window().outHeight();
        int columns = window().outWidth();
        long yRow = Lanes.at(0, columns);
        if (!pairs || rows * columns * 4 != imagePlane()) {
            PoolRows.fill(0f, to, imagePlane());
        }
        if (pairs) {
            long xRow = Lanes.at(0, window().width());
            for (int j = 0; j < columns; j += Lanes.COUNT) {
                PairPool.meanGradient(Lanes.at(from, j), yRow, rows, columns - j, Lanes.at(to, 2L * j), xRow);
            }
        } else {
            for (int i = 0; i < rows; i++) {
                row(i, from + i * yRow, to, row);
            }
        }
    }

    private void row(int index, long from, long to, long row) {
        PoolRows.fill(0f, row, rowSize());
        int kernel = window().kernel().width();
        int dilation = window().dilation().width();
        for (int j = 0; j < window().outWidth(); j++) {
            long first = Lanes.at(row, (long) j * window().stride().width());
            PoolRows.add(factor * Lanes.get(Lanes.at(from, j)), first, kernel, dilation);
        }
        for (int i = 0; i < window().kernel().height(); i++) {
            long offset = rowOffset(index, i);
            if (offset >= 0) {
                PoolRows.add(Lanes.at(row, window().left()), to + offset, window().width());
            }
        }
    }
}
