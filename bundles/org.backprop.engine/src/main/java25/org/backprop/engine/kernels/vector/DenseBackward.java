package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/**
 * Gradients of a dense layer. First, row by row, the gradient dz before the activation; then each thread computes its
 * rows of {@code dW = dz^T x}, the same elements of {@code db}, and its rows of {@code dx = dz W}.
 */
final class DenseBackward implements Work {

    private final Team team;
    private final ActivationWork activations;
    private NativeView x;
    private NativeView weight;
    private NativeView dz;
    private NativeView weightGradient;
    private NativeView biasGradient;
    private NativeView dx;

    DenseBackward(Team team, ActivationWork activations) {
        this.team = team;
        this.activations = activations;
    }

    /** Computes the gradients; see {@link org.backprop.engine.kernels.Kernels#denseBackward}. */
    void run(
            NativeView x,
            NativeView weight,
            NativeView y,
            Activation activation,
            NativeView dy,
            NativeView weightGradient,
            NativeView biasGradient,
            NativeView dx) {
        if (activation != Activation.LINEAR) {
            activations.backward(activation, y, dy, dy);
        }
        this.x = x;
        this.weight = weight;
        this.dz = dy;
        this.weightGradient = weightGradient;
        this.biasGradient = biasGradient;
        this.dx = dx;
        team.run(this, Sharing.pays((long) x.length() * weight.rows()));
    }

    @Override
    public void run(int part, int parts) {
        parameterGradients(
                Work.begin(weight.rows(), Lanes.COUNT, part, parts), Work.end(weight.rows(), Lanes.COUNT, part, parts));
        if (dx != null) {
            inputGradient(
                    Work.begin(x.rows(), OuterProduct.ROWS, part, parts),
                    Work.end(x.rows(), OuterProduct.ROWS, part, parts));
        }
    }

    private void parameterGradients(int begin, int end) {
        long xRow = Lanes.at(0, x.columns());
        long dzRow = Lanes.at(0, dz.columns());
        long factor = Lanes.at(dz.address(), begin);
        OuterProduct.multiply(
                end - begin,
                x.columns(),
                x.rows(),
                factor,
                Float.BYTES,
                dzRow,
                x.address(),
                xRow,
                weightGradient.row(begin),
                xRow);
        if (biasGradient != null) {
            Reductions.sumRows(dz.address(), dz.rows(), dz.columns(), begin, end, biasGradient.address());
        }
    }

    private void inputGradient(int begin, int end) {
        long dzRow = Lanes.at(0, dz.columns());
        long dxRow = Lanes.at(0, dx.columns());
        OuterProduct.multiply(
                end - begin,
                dx.columns(),
                dz.columns(),
                dz.row(begin),
                dzRow,
                Float.BYTES,
                weight.address(),
                dxRow,
                dx.row(begin),
                dxRow);
    }
}
