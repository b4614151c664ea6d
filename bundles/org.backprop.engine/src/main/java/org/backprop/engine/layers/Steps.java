package org.backprop.engine.layers;

import org.backprop.engine.kernels.View;

/** The steps of {@code [T, n, width]}, each a matrix {@code [n, width]}, and all of them as {@code [T n, width]}. */
record Steps(View all, View[] each) {

    static Steps of(View all, int steps) {
        int rows = all.rows() / steps;
        View[] each = new View[steps];
        for (int t = 0; t < steps; t++) {
            each[t] = all.buffer().view(all.offset() + (long) t * rows * all.columns(), rows, all.columns());
        }
        return new Steps(all, each);
    }

    View at(int step) {
        return each[step];
    }
}
