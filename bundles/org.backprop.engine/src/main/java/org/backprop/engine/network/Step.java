package org.backprop.engine.network;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Layer;
import org.backprop.engine.layers.Pass;

/**
 * One layer of a plan.
 *
 * @param layer the bound layer
 * @param differentiated whether its backward pass is needed
 * @param sums what to add up after it
 */
record Step(Kernels kernels, Layer layer, boolean differentiated, List<Sum> sums) {

    /**
     * A part of a gradient.
     *
     * @param part contribution of this layer
     * @param total contribution of the readers that came before it in the backward pass; takes the sum
     */
    record Sum(View part, View total) {}

    void forward(Pass pass) {
        layer.forward(pass);
    }

    void backward(Pass pass) {
        if (!differentiated) {
            return;
        }
        layer.backward(pass);
        for (int i = 0; i < sums.size(); i++) {
            kernels.addScaled(1, sums.get(i).part, sums.get(i).total);
        }
    }
}
