package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/** Activations and their derivatives over whole views. */
final class ActivationWork implements Work {

    private final Team team;
    private final Scratch scratch;
    private Activation activation;
    private boolean forward;
    private NativeView y;
    private NativeView from;
    private NativeView to;

    ActivationWork(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
    }

    /** {@code y = activation(x)}; y may be x. */
    void forward(Activation activation, NativeView x, NativeView y) {
        start(activation, true, y, x, y);
    }

    /** {@code dx = dy * activation'}; dx may be dy. */
    void backward(Activation activation, NativeView y, NativeView dy, NativeView dx) {
        start(activation, false, y, dy, dx);
    }

    private void start(Activation activation, boolean forward, NativeView y, NativeView from, NativeView to) {
        this.activation = activation;
        this.forward = forward;
        this.y = y;
        this.from = from;
        this.to = to;
        team.run(this, Sharing.pays(from.length()));
    }

    @Override
    public void run(int part, int parts) {
        int begin = Work.begin(from.rows(), 1, part, parts);
        int end = Work.end(from.rows(), 1, part, parts);
        if (activation.acrossUnits()) {
            for (int row = begin; row < end; row++) {
                compute(row, from.columns(), scratch.of(part));
            }
        } else {
            compute(begin, (end - begin) * from.columns(), scratch.of(part));
        }
    }

    private void compute(int row, int length, long scratch) {
        if (forward) {
            Activations.forward(activation, from.row(row), 0, to.row(row), length, scratch);
        } else {
            Activations.backward(activation, y.row(row), from.row(row), to.row(row), length, scratch);
        }
    }
}
