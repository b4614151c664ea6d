package org.backprop.engine.losses;

/** Mean squared error over all elements, as {@code torch.nn.MSELoss}. */
record MeanSquaredError() implements Loss {

    @Override
    public boolean takesLabels() {
        return false;
    }

    @Override
    public BoundLoss bind(LossBinding views) {
        return new Bound(views);
    }

    private record Bound(LossBinding views) implements BoundLoss {

        @Override
        public double value() {
            return views.kernels().squaredError(views.output(), views.targets());
        }

        @Override
        public void gradient() {
            views.kernels().squaredErrorGradient(views.output(), views.targets(), views.gradient());
        }
    }
}
