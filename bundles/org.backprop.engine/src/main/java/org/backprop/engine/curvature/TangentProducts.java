package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** Tangents of products of inputs and weights, by the product rule. */
final class TangentProducts {

    private final Kernels kernels;
    private final SpareViews spares;

    TangentProducts(Kernels kernels, SpareViews spares) {
        this.kernels = kernels;
        this.spares = spares;
    }

    /** The tangent of {@code y = x W + b}; b may be null. */
    void forward(BilinearMap map, TangentView x, TangentView weight, View bias, TangentView y) {
        boolean byWeight = !weight.isConstant();
        if (byWeight) {
            map.forward(x.value(), weight.tangent(), TangentView.tangent(bias), y.tangent());
        } else {
            kernels.fill(y.tangent(), 0);
        }
        if (!x.isConstant()) {
            View part = spares.like(y, 0);
            map.forward(x.tangent(), weight.value(), null, part);
            kernels.addScaled(1, part, y.tangent());
        }
    }

    /** The gradients and their tangents, from the gradient of y and its tangent; those of bias and x may be null. */
    void backward(
            BilinearMap map,
            TangentView x,
            TangentView weight,
            TangentView dy,
            TangentView weightGradient,
            View biasGradient,
            View dx) {
        map.backward(
                x.value(),
                weight.value(),
                dy.tangent(),
                weightGradient.tangent(),
                TangentView.tangent(biasGradient),
                TangentView.tangent(dx));
        if (dx != null || !x.isConstant()) {
            View weightPart = spares.like(weightGradient, 0);
            View inputPart = dx == null ? null : spares.like(TangentView.of(dx), 1);
            map.backward(x.tangent(), weight.tangent(), dy.value(), weightPart, null, inputPart);
            kernels.addScaled(1, weightPart, weightGradient.tangent());
            if (dx != null) {
                kernels.addScaled(1, inputPart, TangentView.tangent(dx));
            }
        }
    }
}
