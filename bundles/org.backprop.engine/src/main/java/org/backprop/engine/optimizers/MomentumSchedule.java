package org.backprop.engine.optimizers;

/** The momentum of Nadam, {@code mu_t = beta1 (1 - 0.5 0.96^(t decay))}, and the products {@code mu_1 ... mu_t}. */
final class MomentumSchedule {

    private static final double BASE = 0.96;

    private final double beta1;
    private final double decay;
    private long multiplied;
    private double product = 1;

    MomentumSchedule(double beta1, double decay) {
        this.beta1 = beta1;
        this.decay = decay;
    }

    double at(long step) {
        return beta1 * (1 - Math.pow(BASE, step * decay) / 2);
    }

    /** The product up to a step; quick where steps follow each other. */
    double product(long step) {
        if (multiplied > step) {
            multiplied = 0;
            product = 1;
        }
        if (multiplied == step) {
            return product;
        }
        long from = multiplied;
        double value = product;
        for (long i = from + 1; i <= step; i++) {
            value *= at(i);
        }
        multiplied = step;
        product = value;
        return value;
    }
}
