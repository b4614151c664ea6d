package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.LstmShape;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/**
 * A long short-term memory, see {@link org.backprop.engine.kernels.Kernels#lstmForward}: each thread takes its samples
 * through all steps, a few at a time, without waiting for the others. A step multiplies rows {@code [h, x, 1]} by
 * {@link LstmForwardWeights}, so the biases cost nothing, and applies the gates while they are in the cache.
 */
final class LstmForward implements Work {

    /** Samples that go through all steps together: their gates of one step stay in the second-level cache. */
    private static final int ROWS = 64;

    private final Team team;
    private final LstmForwardWeights weights;
    private final LstmMemory memory = new LstmMemory();
    private final Workspace left = new Workspace();
    private LstmShape shape;
    private NativeView x;
    private NativeView y;

    LstmForward(Team team, Scratch scratch) {
        this.team = team;
        weights = new LstmForwardWeights(team, scratch);
    }

    void run(
            LstmShape shape,
            NativeView x,
            NativeView inputWeight,
            NativeView stateWeight,
            NativeView inputBias,
            NativeView stateBias,
            NativeView workspace,
            NativeView y) {
        this.shape = shape;
        this.x = x;
        this.y = y;
        memory.set(shape, workspace);
        weights.pack(inputWeight, stateWeight, inputBias, stateBias);
        left.reserve(1, (long) x.rows() * weights.width());
        team.run(
                this,
                Sharing.pays((long) x.rows() * shape.steps() * weights.width() * LstmGates.COUNT * shape.units()));
    }

    @Override
    public void run(int part, int parts) {
        int end = Work.end(x.rows(), OuterProduct.ROWS, part, parts);
        for (int row = Work.begin(x.rows(), OuterProduct.ROWS, part, parts); row < end; row += ROWS) {
            int rows = Math.min(ROWS, end - row);
            Rows.fill(1f, leftRow(row), Lanes.at(0, weights.width()), rows, weights.width());
            Rows.fill(0f, memory.cells(-1, row), 0, 1, rows * shape.units());
            for (int step = 0; step < shape.steps(); step++) {
                step(step, row, rows);
            }
        }
    }

    private long leftRow(int row) {
        return Lanes.at(left.of(0), (long) row * weights.width());
    }

    private void step(int step, int row, int rows) {
        int units = shape.units();
        long gates = memory.gates(step, row);
        multiply(step, row, rows, gates);
        Tanh.apply(gates, rows * LstmGates.COUNT * units);
        long squashed = memory.squashedCells(step, row);
        LstmGates.cells(gates, memory.cells(step - 1, row), memory.cells(step, row), squashed, rows, units);
        Tanh.apply(squashed, rows * units);
        long width = Lanes.at(0, weights.width());
        LstmGates.states(gates, squashed, leftRow(row), width, rows, units);
        if (shape.sequences()) {
            long to = Lanes.at(y.row(row), (long) step * units);
            Rows.copy(leftRow(row), width, to, Lanes.at(0, y.columns()), rows, units);
        } else if (step == shape.steps() - 1) {
            Rows.copy(leftRow(row), width, y.row(row), Lanes.at(0, units), rows, units);
        }
    }

    /** The arguments of the gates; before the first step h is 0. */
    private void multiply(int step, int row, int rows, long gates) {
        long width = Lanes.at(0, weights.width());
        int inputs = shape.inputs();
        long input = Lanes.at(x.row(row), (long) step * inputs);
        long inputColumn = Lanes.at(leftRow(row), shape.units());
        Rows.copy(input, Lanes.at(0, x.columns()), inputColumn, width, rows, inputs);
        int count = LstmGates.COUNT * shape.units();
        long gatesRow = Lanes.at(0, count);
        int skipped = step == 0 ? shape.units() : 0;
        OuterProduct.multiply(
                rows,
                count,
                weights.width() - skipped,
                Lanes.at(leftRow(row), skipped),
                width,
                Float.BYTES,
                weights.row(skipped),
                gatesRow,
                gates,
                gatesRow);
    }
}
