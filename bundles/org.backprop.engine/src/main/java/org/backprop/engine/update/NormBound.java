package org.backprop.engine.update;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Scaling;
import org.backprop.engine.kernels.View;

/** Scales the weights of each unit of a tensor down to a norm. */
final class NormBound {

    /** Added to the norm by Keras. */
    private static final double EPSILON = 1e-7;

    private final double greatest;
    private final Kernels kernels;
    private final Scaling scaling;
    private final List<View> units;

    NormBound(double greatest, Kernels kernels, List<View> units) {
        this.greatest = greatest;
        this.kernels = kernels;
        this.units = units;
        scaling = new Scaling(kernels);
    }

    void restore() {
        for (int i = 0; i < units.size(); i++) {
            double norm = Math.sqrt(kernels.squaredNorm(units.get(i)));
            if (norm > greatest) {
                scaling.scale(units.get(i), greatest / (norm + EPSILON));
            }
        }
    }
}
