package org.backprop.engine.kernels;

/** Updates of the parameters; see {@link Kernels#sgd}. */
final class Nd4jUpdates {

    private final Blocks blocks;
    private final NormPass norms;

    Nd4jUpdates(Kernels kernels, Blocks blocks) {
        this.blocks = blocks;
        norms = new NormPass(kernels);
    }

    void sgd(SgdStep step, double rate, long t, View parameters, View gradient, View velocity, UpdateNorms wanted) {
        norms.before(wanted, parameters, gradient);
        if (velocity == null) {
            blocks.run(
                    1, (part, length, a, b, c, d) -> UpdateLoops.sgd(step, rate, length, a, b), parameters, gradient);
        } else {
            blocks.run(
                    2,
                    (part, length, a, b, c, d) -> UpdateLoops.momentum(step, rate, t == 1, length, a, b, c),
                    parameters,
                    velocity,
                    gradient);
        }
        norms.after(wanted, parameters);
    }

    void adam(
            AdamStep step,
            double rate,
            long t,
            View parameters,
            View gradient,
            View mean,
            View variance,
            UpdateNorms wanted) {
        norms.before(wanted, parameters, gradient);
        blocks.run(
                3,
                (part, length, a, b, c, d) -> UpdateLoops.adam(step, rate, t, length, a, b, c, d),
                parameters,
                mean,
                variance,
                gradient);
        norms.after(wanted, parameters);
    }
}
