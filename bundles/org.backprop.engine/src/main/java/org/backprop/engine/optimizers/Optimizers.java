package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.model.Adam;
import org.backprop.model.OptimizerSpec;
import org.backprop.model.Sgd;

/** Maps the optimizers of a model to their implementations. */
public final class Optimizers {

    private Optimizers() {}

    /** The implementation of an optimizer. */
    public static GradientTransform compile(OptimizerSpec spec, Kernels kernels) {
        return switch (spec) {
            case Sgd sgd -> new SgdTransform(sgd, kernels);
            case Adam adam -> new AdamTransform(adam, kernels);
        };
    }
}
