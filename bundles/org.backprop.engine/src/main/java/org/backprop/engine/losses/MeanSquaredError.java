package org.backprop.engine.losses;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** Mean squared error over all elements, as {@code torch.nn.MSELoss}. */
record MeanSquaredError(Kernels kernels) implements Loss {

    @Override
    public double value(View output, View targets) {
        return kernels.squaredError(output, targets);
    }

    @Override
    public void gradient(View output, View targets, View gradient) {
        kernels.squaredErrorGradient(output, targets, gradient);
    }

    @Override
    public boolean classifies() {
        return false;
    }
}
