package org.backprop.engine.losses;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/**
 * The views that a loss works on, for one batch size n.
 *
 * @param output the network's output {@code [n, m]}
 * @param targets class indices {@code [n, 1]} or numbers {@code [n, m]}
 * @param gradient where the gradient goes {@code [n, m]}
 * @param workspace {@link Loss#workspace} elements {@code [1, workspace]}; null if there are none
 */
public record LossBinding(Kernels kernels, View output, View targets, View gradient, View workspace) {

    int batch() {
        return output.rows();
    }

    int outputs() {
        return output.columns();
    }

    /** Part number {@code part} of a workspace of parts that are as long as the output. */
    View workspace(int part) {
        long offset = workspace.offset() + (long) part * output.length();
        return workspace.buffer().view(offset, output.rows(), output.columns());
    }
}
