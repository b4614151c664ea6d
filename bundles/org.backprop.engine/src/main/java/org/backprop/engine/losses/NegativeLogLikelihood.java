package org.backprop.engine.losses;

/**
 * Negative log likelihood of log-probabilities, as {@code torch.nn.NLLLoss}.
 *
 * @param fused whether the output comes from log-softmax; then the gradient is that of both together
 */
record NegativeLogLikelihood(boolean fused) implements Loss {

    @Override
    public boolean takesLabels() {
        return true;
    }

    @Override
    public boolean gradientBeforeActivation() {
        return fused;
    }

    @Override
    public BoundLoss bind(LossBinding views) {
        return new Bound(views, fused);
    }

    private record Bound(LossBinding views, boolean fused) implements BoundLoss {

        @Override
        public double value() {
            return views.kernels().nll(views.output(), views.targets());
        }

        @Override
        public void gradient() {
            if (fused) {
                views.kernels().logSoftmaxNllGradient(views.output(), views.targets(), views.gradient());
            } else {
                views.kernels().nllGradient(views.output(), views.targets(), views.gradient());
            }
        }
    }
}
