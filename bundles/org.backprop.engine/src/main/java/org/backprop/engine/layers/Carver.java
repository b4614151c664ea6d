package org.backprop.engine.layers;

import org.backprop.engine.kernels.View;

/** Cuts a workspace into matrices, one after the other. */
final class Carver {

    private final View workspace;
    private long at;

    Carver(View workspace) {
        this.workspace = workspace;
        at = workspace.offset();
    }

    View next(int rows, int columns) {
        View view = workspace.buffer().view(at, rows, columns);
        at += view.length();
        return view;
    }
}
