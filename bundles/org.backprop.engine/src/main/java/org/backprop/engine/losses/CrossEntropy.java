package org.backprop.engine.losses;

/** Cross entropy of logits, as {@code torch.nn.CrossEntropyLoss}. */
record CrossEntropy() implements Loss {

    @Override
    public boolean takesLabels() {
        return true;
    }

    @Override
    public BoundLoss bind(LossBinding views) {
        return new Bound(views);
    }

    private record Bound(LossBinding views) implements BoundLoss {

        @Override
        public double value() {
            return views.kernels().crossEntropy(views.output(), views.targets());
        }

        @Override
        public void gradient() {
            views.kernels().crossEntropyGradient(views.output(), views.targets(), views.gradient());
        }
    }
}
