package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.LstmShape;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/**
 * Gradient of a long short-term memory, see {@link org.backprop.engine.kernels.Kernels#lstmBackward}: each thread takes
 * its samples back through all steps, a few at a time, which leaves the gradients of the gates' arguments in the
 * workspace; {@link LstmWeightGradient} then makes one product of them.
 */
final class LstmBackward implements Work {

    /** Samples that go through all steps together. */
    private static final int ROWS = 64;

    private final Team team;
    private final LstmMemory memory = new LstmMemory();
    private final LstmBackwardWeights weights = new LstmBackwardWeights();
    private final LstmWeightGradient weightGradient;
    private final Workspace gradients = new Workspace();
    private LstmShape shape;
    private NativeView x;
    private NativeView dy;
    private NativeView dx;

    LstmBackward(Team team) {
        this.team = team;
        weightGradient = new LstmWeightGradient(team);
    }

    void run(
            LstmShape shape,
            NativeView x,
            NativeView inputWeight,
            NativeView stateWeight,
            NativeView workspace,
            NativeView dy,
            NativeView inputWeightGradient,
            NativeView stateWeightGradient,
            NativeView biasGradient,
            NativeView dx) {
        this.shape = shape;
        this.x = x;
        this.dy = dy;
        this.dx = dx;
        memory.set(shape, workspace);
        weights.set(dx == null ? null : inputWeight, stateWeight);
        weightGradient.set(shape, x, memory, inputWeightGradient, stateWeightGradient, biasGradient);
        gradients.reserve(1, (long) x.rows() * weights.columns());
        team.run(weights, Sharing.pays((long) stateWeight.rows() * weights.columns()));
        team.run(this, Sharing.pays((long) x.rows() * shape.steps() * stateWeight.rows() * weights.columns()));
        weightGradient.run();
    }

    @Override
    public void run(int part, int parts) {
        int end = Work.end(x.rows(), OuterProduct.ROWS, part, parts);
        for (int row = Work.begin(x.rows(), OuterProduct.ROWS, part, parts); row < end; row += ROWS) {
            int rows = Math.min(ROWS, end - row);
            Rows.fill(0f, memory.cellGradient(row), 0, 1, rows * shape.units());
            for (int step = shape.steps() - 1; step >= 0; step--) {
                addResultGradient(step, row, rows);
                weightGradient.prepare(step, row, rows);
                gates(step, row, rows);
                if (step > 0 || dx != null) {
                    multiply(step, row, rows);
                }
            }
        }
    }

    /** Address of the gradients of {@code [h, x]} that a step leaves to the one before. */
    private long gradient(int row) {
        return Lanes.at(gradients.of(0), (long) row * weights.columns());
    }

    private long gradientRow() {
        return Lanes.at(0, weights.columns());
    }

    private void addResultGradient(int step, int row, int rows) {
        int units = shape.units();
        long from = Lanes.at(dy.row(row), shape.sequences() ? (long) step * units : 0);
        long fromRow = Lanes.at(0, dy.columns());
        if (step == shape.steps() - 1) {
            Rows.copy(from, fromRow, gradient(row), gradientRow(), rows, units);
        } else if (shape.sequences()) {
            Rows.add(from, fromRow, gradient(row), gradientRow(), rows, units);
        }
    }

    private void gates(int step, int row, int rows) {
        int units = shape.units();
        long gates = memory.gates(step, row);
        long squashed = memory.squashedCells(step, row);
        long dc = memory.cellGradient(row);
        LstmGates.outputGradient(gates, squashed, gradient(row), gradientRow(), dc, rows, units);
        LstmGates.inputGradient(gates, dc, rows, units);
        LstmGates.forgetGradient(gates, memory.cells(step - 1, row), dc, rows, units);
    }

    private void multiply(int step, int row, int rows) {
        int count = LstmGates.COUNT * shape.units();
        OuterProduct.multiply(
                rows,
                weights.columns(),
                count,
                memory.gates(step, row),
                Lanes.at(0, count),
                Float.BYTES,
                weights.address(),
                gradientRow(),
                gradient(row),
                gradientRow());
        if (dx != null) {
            int inputs = shape.inputs();
            long from = Lanes.at(gradient(row), shape.units());
            long to = Lanes.at(dx.row(row), (long) step * inputs);
            Rows.copy(from, gradientRow(), to, Lanes.at(0, dx.columns()), rows, inputs);
        }
    }
}
