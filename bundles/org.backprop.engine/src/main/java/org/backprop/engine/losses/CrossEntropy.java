package org.backprop.engine.losses;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** Cross entropy of logits, as {@code torch.nn.CrossEntropyLoss}. */
record CrossEntropy(Kernels kernels) implements Loss {

    @Override
    public double value(View output, View targets) {
        return kernels.crossEntropy(output, targets);
    }

    @Override
    public void gradient(View output, View targets, View gradient) {
        kernels.crossEntropyGradient(output, targets, gradient);
    }

    @Override
    public boolean classifies() {
        return true;
    }
}
