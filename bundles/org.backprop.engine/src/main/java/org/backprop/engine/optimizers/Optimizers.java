package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.model.Adam;
import org.backprop.model.OptimizerSpec;
import org.backprop.model.Sgd;

/** Maps the optimizers of a model to their implementations. */
public final class Optimizers {

    private Optimizers() {}

    /** Number of slots of an optimizer: how many numbers it keeps for each parameter. */
    public static int slots(OptimizerSpec spec) {
        return compile(spec, null).slots().size();
    }

    /** The implementation of an optimizer. */
    public static GradientTransform compile(OptimizerSpec spec, Kernels kernels) {
        return switch (spec) {
            case Sgd sgd -> new SgdTransform(sgd, kernels);
            case Adam adam -> new AdamTransform(adam, kernels);
        };
    }
}
