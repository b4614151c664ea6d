package org.backprop.engine.kernels;

/** Fills {@link UpdateNorms} by passes of their own before and after an update, where the update itself cannot. */
final class NormPass {

    private final Kernels kernels;
    private View previous;
    private double[] gradients = new double[0];
    private double[] weights = new double[0];

    NormPass(Kernels kernels) {
        this.kernels = kernels;
    }

    /** Keeps what the update will overwrite; norms may be null. */
    void before(UpdateNorms norms, View parameters, View gradient) {
        if (norms == null) {
            return;
        }
        if (previous == null || previous.length() != parameters.length()) {
            previous = kernels.allocate(parameters.length()).view(0, 1, parameters.length());
        }
        if (gradients.length < norms.count()) {
            gradients = new double[norms.count()];
            weights = new double[norms.count()];
        }
        kernels.copy(parameters, previous);
        for (int range = 0; range < norms.count(); range++) {
            gradients[range] = squaredNorm(norms, range, gradient);
            weights[range] = squaredNorm(norms, range, parameters);
        }
    }

    /** Completes the norms; they may be null. */
    void after(UpdateNorms norms, View parameters) {
        if (norms == null) {
            return;
        }
        kernels.addScaled(-1, parameters, previous);
        for (int range = 0; range < norms.count(); range++) {
            norms.set(
                    range,
                    gradients[range],
                    weights[range],
                    squaredNorm(norms, range, parameters),
                    squaredNorm(norms, range, previous));
        }
    }

    private double squaredNorm(UpdateNorms norms, int range, View vector) {
        return kernels.squaredNorm(vector.buffer().view(vector.offset() + norms.offset(range), 1, norms.length(range)));
    }
}
