package org.backprop.engine.losses;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/**
 * Negative log likelihood of log-probabilities, as {@code torch.nn.NLLLoss}.
 *
 * @param fused whether the output comes from log-softmax; then the gradient is that of both together
 */
record NegativeLogLikelihood(Kernels kernels, boolean fused) implements Loss {

    @Override
    public double value(View output, View targets) {
        return kernels.nll(output, targets);
    }

    @Override
    public void gradient(View output, View targets, View gradient) {
        if (fused) {
            kernels.logSoftmaxNllGradient(output, targets, gradient);
        } else {
            kernels.nllGradient(output, targets, gradient);
        }
    }

    @Override
    public boolean gradientBeforeActivation() {
        return fused;
    }

    @Override
    public boolean classifies() {
        return true;
    }
}
