package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Team;
import org.backprop.model.Window;

/** Gradient of {@link MaxPool}. */
final class MaxPoolGradient extends PoolPlanes {

    private NativeView x;
    private NativeView y;
    private NativeView dy;
    private NativeView dx;
    private boolean pairs;

    MaxPoolGradient(Team team, Workspace workspace) {
        super(team, workspace);
    }

    /** Computes dx; see {@link org.backprop.engine.kernels.Kernels#maxPoolBackward}. */
    void run(Window window, NativeView x, NativeView y, NativeView dy, NativeView dx) {
        this.x = x;
        this.y = y;
        this.dy = dy;
        this.dx = dx;
        pairs = PairPool.fits(window);
        start(window, dx);
    }

    @Override
    void compute(long image, long result, long row) {
        int rows = window().outHeight();
        int columns = window().outWidth();
        if (!pairs || rows * columns * 4 != imagePlane()) {
            PoolRows.fill(0f, dx.address() + image, imagePlane());
        }
        if (pairs) {
            for (int j = 0; j < columns; j += Lanes.COUNT) {
                long at = Lanes.at(image, 2L * j);
                long from = Lanes.at(result, j);
                PairPool.maxGradient(
                        x.address() + at,
                        Lanes.at(0, window().width()),
                        y.address() + from,
                        dy.address() + from,
                        Lanes.at(0, columns),
                        rows,
                        columns - j,
                        dx.address() + at);
            }
        } else {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    element(i, j, image, Lanes.at(result, (long) i * columns + j));
                }
            }
        }
    }

    private void element(int row, int column, long image, long result) {
        float greatest = Lanes.get(y.address() + result);
        int top = firstRow(row);
        int left = column * window().stride().width() - window().left();
        if (isInside(top, left)) {
            int first = top * window().width() + left;
            int at = findInside(Float.floatToRawIntBits(greatest + 0f), Lanes.at(x.address() + image, first));
            add(at, Lanes.at(dx.address() + image, first), dy.address() + result);
            return;
        }
        for (int i = 0; i < window().kernel().height(); i++) {
            long offset = rowOffset(row, i);
            int at = offset < 0 ? -1 : find(greatest, column, x.address() + image + offset);
            if (at >= 0) {
                add(at, dx.address() + image + offset, dy.address() + result);
                return;
            }
        }
    }

    private static void add(int at, long to, long from) {
        if (at >= 0) {
            long target = Lanes.at(to, at);
            Lanes.set(target, Lanes.get(target) + Lanes.get(from));
        }
    }

    /** Whether no part of a window lies in the padding. */
    private boolean isInside(int top, int left) {
        Window window = window();
        return top >= 0
                && left >= 0
                && top + (window.kernel().height() - 1) * window.dilation().height() < window.height()
                && left + (window.kernel().width() - 1) * window.dilation().width() < window.width();
    }

    /**
     * The first place in a window, from its first element on, that holds a value, or -1. Where the greatest element lies is
     * anybody's guess, so there are no branches for the processor to guess wrong.
     *
     * @param value its bits; those of positive zero for both zeros
     */
    private int findInside(int value, long first) {
        int columns = window().kernel().width();
        int columnStep = window().dilation().width();
        int rowStep = window().dilation().height() * window().width();
        int found = -1;
        for (int i = window().kernel().height() - 1; i >= 0; i--) {
            for (int at = i * rowStep + (columns - 1) * columnStep; at >= i * rowStep; at -= columnStep) {
                int difference = Float.floatToRawIntBits(Lanes.get(Lanes.at(first, at)) + 0f) - value;
                int differs = (difference | -difference) >> 31;
                found = found & differs | at & ~differs;
            }
        }
        return found;
    }

    /** The first column of a window in a row of the image that holds a value, or -1. */
    private int find(float value, int column, long row) {
        int at = column * window().stride().width() - window().left();
        for (int i = 0; i < window().kernel().width(); i++) {
            if (at >= 0 && at < window().width() && Lanes.get(Lanes.at(row, at)) == value) {
                return at;
            }
            at += window().dilation().width();
        }
        return -1;
    }
}
