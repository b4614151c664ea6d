package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;
import org.backprop.model.Window;

/**
 * A pool over the planes of a batch, which the threads share. Its window may be anything; a subclass says how rows and
 * columns are joined.
 */
abstract class PoolPlanes implements Work {

    private final Team team;
    private final Workspace workspace;
    private Window window;
    private NativeView image;

    PoolPlanes(Team team, Workspace workspace) {
        this.team = team;
        this.workspace = workspace;
    }

    /** Computes all planes of a batch of images. */
    final void start(Window window, NativeView image) {
        this.window = window;
        this.image = image;
        workspace.reserve(team.size(), rowSize() + Lanes.COUNT);
        team.run(this, Sharing.pays(image.length()));
    }

    final Window window() {
        return window;
    }

    /** Columns of a row with padding. */
    final int rowSize() {
        return window.left() + window.width() + window.right();
    }

    final int imagePlane() {
        return window.height() * window.width();
    }

    final int resultPlane() {
        return window.outHeight() * window.outWidth();
    }

    /** Whether there is one window, which covers the image exactly. */
    static boolean isWholeImage(Window window) {
        return window.kernel().height() == window.height()
                && window.kernel().width() == window.width()
                && window.top() + window.left() == 0
                && window.outHeight() * window.outWidth() == 1;
    }

    @Override
    public final void run(int part, int parts) {
        int planes = image.length() / imagePlane();
        int end = Work.end(planes, 1, part, parts);
        for (int plane = Work.begin(planes, 1, part, parts); plane < end; plane++) {
            long at = Lanes.at(0, (long) plane * imagePlane());
            compute(at, Lanes.at(0, (long) plane * resultPlane()), workspace.of(part));
        }
    }

    /**
     * Computes one plane.
     *
     * @param image offset of the plane in the images, in bytes
     * @param result offset of the plane in the results, in bytes
     * @param row address of {@link #rowSize} floats, and a vector
     */
    abstract void compute(long image, long result, long row);

    /** First row of the image in the windows of a row of the result; negative in the padding. */
    final int firstRow(int row) {
        return row * window.stride().height() - window.top();
    }

    /** Offset in bytes of a row of the windows of a result's row, or -1 if it lies in the padding. */
    final long rowOffset(int row, int kernelRow) {
        int at = firstRow(row) + kernelRow * window.dilation().height();
        return at < 0 || at >= window.height() ? -1 : Lanes.at(0, (long) at * window.width());
    }
}
