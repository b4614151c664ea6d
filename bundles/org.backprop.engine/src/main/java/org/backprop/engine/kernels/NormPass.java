package org.backprop.engine.kernels;

/** Fills {@link UpdateNorms} by passes of their own before and after an update, where the update itself cannot. */
public final class NormPass {

    private final Kernels kernels;
    private UpdateNorms prepared;
    private View previous;
    private View[] gradients;
    private View[] weights;
    private View[] updates;
    private double[] gradientSquares;
    private double[] weightSquares;

    /** Passes by these kernels. */
    public NormPass(Kernels kernels) {
        this.kernels = kernels;
    }

    /** Keeps what the update will overwrite; norms may be null. The vectors are the same in all calls with the same norms. */
    public void before(UpdateNorms norms, View parameters, View gradient) {
        if (norms == null) {
            return;
        }
        if (norms != prepared) {
            prepare(norms, parameters, gradient);
        }
        kernels.copy(parameters, previous);
        for (int range = 0; range < norms.count(); range++) {
            gradientSquares[range] = kernels.squaredNorm(gradients[range]);
            weightSquares[range] = kernels.squaredNorm(weights[range]);
        }
    }

    private void prepare(UpdateNorms norms, View parameters, View gradient) {
        prepared = norms;
        previous = kernels.allocate(parameters.length()).view(0, 1, parameters.length());
        gradients = ranges(norms, gradient);
        weights = ranges(norms, parameters);
        updates = ranges(norms, previous);
        gradientSquares = new double[norms.count()];
        weightSquares = new double[norms.count()];
    }

    private static View[] ranges(UpdateNorms norms, View vector) {
        View[] views = new View[norms.count()];
        for (int range = 0; range < views.length; range++) {
            views[range] = vector.buffer().view(vector.offset() + norms.offset(range), 1, norms.length(range));
        }
        return views;
    }

    /** Completes the norms; they may be null. */
    public void after(UpdateNorms norms, View parameters) {
        if (norms == null) {
            return;
        }
        kernels.addScaled(-1, parameters, previous);
        for (int range = 0; range < norms.count(); range++) {
            norms.set(
                    range,
                    gradientSquares[range],
                    weightSquares[range],
                    kernels.squaredNorm(weights[range]),
                    kernels.squaredNorm(updates[range]));
        }
    }
}
