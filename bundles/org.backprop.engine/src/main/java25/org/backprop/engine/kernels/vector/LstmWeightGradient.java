package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.LstmShape;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/**
 * Gradients of the parameters of a long short-term memory: with the rows {@code [h_{t-1}, x_t, 1]} of all steps and samples
 * below each other, they are one product of the transposed gradients of the gates' arguments with that matrix.
 */
final class LstmWeightGradient implements Work {

    private final Team team;
    private final Workspace factor = new Workspace();
    private final Workspace product = new Workspace();
    private LstmShape shape;
    private LstmMemory memory;
    private NativeView x;
    private NativeView inputWeightGradient;
    private NativeView stateWeightGradient;
    private NativeView biasGradient;

    LstmWeightGradient(Team team) {
        this.team = team;
    }

    /** Sets what to compute; biasGradient may be null. */
    void set(
            LstmShape shape,
            NativeView x,
            LstmMemory memory,
            NativeView inputWeightGradient,
            NativeView stateWeightGradient,
            NativeView biasGradient) {
        this.shape = shape;
        this.x = x;
        this.memory = memory;
        this.inputWeightGradient = inputWeightGradient;
        this.stateWeightGradient = stateWeightGradient;
        this.biasGradient = biasGradient;
        factor.reserve(1, (long) shape.steps() * x.rows() * columns());
        product.reserve(1, (long) stateWeightGradient.rows() * columns());
    }

    /** Length of a row of the factor and of the product, unused values at the end included. */
    private int columns() {
        return Rows.padded(shape.units() + shape.inputs() + 1);
    }

    private long factorRow(int step, int row) {
        return Lanes.at(factor.of(0), ((long) step * x.rows() + row) * columns());
    }

    /** Writes some samples' part of the factor that a step adds, while the workspace still holds the step's gates. */
    void prepare(int step, int row, int rows) {
        int units = shape.units();
        int inputs = shape.inputs();
        long to = factorRow(step, row);
        long toRow = Lanes.at(0, columns());
        long from = Lanes.at(x.row(row), (long) step * inputs);
        Rows.copy(from, Lanes.at(0, x.columns()), Lanes.at(to, units), toRow, rows, inputs);
        Rows.fillColumn(1f, Lanes.at(to, units + inputs), toRow, rows);
        if (step == 0) {
            Rows.fill(0f, to, toRow, rows, units);
        }
        if (step < shape.steps() - 1) {
            long squashed = memory.squashedCells(step, row);
            LstmGates.states(memory.gates(step, row), squashed, factorRow(step + 1, row), toRow, rows, units);
        }
    }

    /** Computes the gradients. */
    void run() {
        team.run(this, Sharing.pays((long) shape.steps() * x.rows() * columns() * stateWeightGradient.rows()));
    }

    @Override
    public void run(int part, int parts) {
        int gates = stateWeightGradient.rows();
        int begin = Work.begin(gates, Lanes.COUNT, part, parts);
        int rows = Work.end(gates, Lanes.COUNT, part, parts) - begin;
        long row = Lanes.at(0, columns());
        long result = Lanes.at(product.of(0), (long) begin * columns());
        OuterProduct.multiply(
                rows,
                columns(),
                shape.steps() * x.rows(),
                Lanes.at(memory.gates(0, 0), begin),
                Float.BYTES,
                Lanes.at(0, gates),
                factorRow(0, 0),
                row,
                result,
                row);
        int units = shape.units();
        int inputs = shape.inputs();
        Rows.copy(result, row, stateWeightGradient.row(begin), Lanes.at(0, units), rows, units);
        Rows.copy(Lanes.at(result, units), row, inputWeightGradient.row(begin), Lanes.at(0, inputs), rows, inputs);
        if (biasGradient != null) {
            Rows.copy(
                    Lanes.at(result, units + inputs),
                    row,
                    Lanes.at(biasGradient.address(), begin),
                    Float.BYTES,
                    rows,
                    1);
        }
    }
}
