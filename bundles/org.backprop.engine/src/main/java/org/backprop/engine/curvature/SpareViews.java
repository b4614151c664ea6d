package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** Memory for what only lives within one operation; it grows to the largest view that was asked for. */
final class SpareViews {

    /** Number of spare views that can be used at a time. */
    static final int COUNT = 2;

    private final Kernels kernels;
    private final Buffer[] buffers = new Buffer[COUNT];

    SpareViews(Kernels kernels) {
        this.kernels = kernels;
    }

    /** Memory of the shape of a view. */
    View like(TangentView view, int number) {
        View spare = view.spare(number);
        if (spare == null || spare.buffer() != buffers[number]) {
            spare = buffer(number, view.length()).view(0, view.rows(), view.columns());
            view.keepSpare(number, spare);
        }
        return spare;
    }

    private Buffer buffer(int number, long length) {
        if (buffers[number] == null || buffers[number].length() < length) {
            buffers[number] = kernels.allocate(length);
        }
        return buffers[number];
    }
}
