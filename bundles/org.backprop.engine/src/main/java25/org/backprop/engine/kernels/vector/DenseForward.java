package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/**
 * {@code y = activation(x W^T + b)}: the product of a part, then bias and activation while it is in the cache. Small
 * batches share the outputs among the threads, so that each reads its own part of W; large ones share the rows.
 */
final class DenseForward implements Work {

    /** Rows from which transposing W pays while it stays in the cache, and from which it always does. */
    private static final int TRANSPOSE_ROWS = 16;

    private static final int TRANSPOSE_ALWAYS_ROWS = 1024;

    /** Elements of W up to which it stays in the cache. */
    private static final int CACHED = 1 << 18;

    private final Team team;
    private final Scratch scratch;
    private final Transpose transpose;
    private NativeView x;
    private NativeView weight;
    private NativeView bias;
    private Activation activation;
    private NativeView y;

    DenseForward(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
        transpose = new Transpose(scratch);
    }

    /** Computes y; shapes as in {@link org.backprop.engine.kernels.Kernels#denseForward}. */
    void run(NativeView x, NativeView weight, NativeView bias, Activation activation, NativeView y) {
        this.x = x;
        this.weight = weight;
        this.bias = bias;
        this.activation = activation;
        this.y = y;
        if (isTransposed()) {
            transpose.set(weight);
            team.run(transpose, Sharing.pays(weight.length()));
        }
        team.run(this, Sharing.pays((long) x.length() * weight.rows()));
    }

    private boolean isTransposed() {
        return x.rows() >= (weight.length() <= CACHED ? TRANSPOSE_ROWS : TRANSPOSE_ALWAYS_ROWS);
    }

    @Override
    public void run(int part, int parts) {
        if (isTransposed() || activation.acrossUnits()) {
            int begin = Work.begin(x.rows(), OuterProduct.ROWS, part, parts);
            int end = Work.end(x.rows(), OuterProduct.ROWS, part, parts);
            compute(begin, end, 0, weight.rows(), scratch.of(part));
        } else {
            int begin = Work.begin(weight.rows(), Lanes.COUNT, part, parts);
            int end = Work.end(weight.rows(), Lanes.COUNT, part, parts);
            compute(0, x.rows(), begin, end, scratch.of(part));
        }
    }

    private void compute(int row, int endRow, int column, int endColumn, long scratch) {
        int inner = x.columns();
        long xRow = Lanes.at(0, inner);
        long yRow = Lanes.at(0, y.columns());
        long result = Lanes.at(y.row(row), column);
        int rows = endRow - row;
        int columns = endColumn - column;
        if (isTransposed()) {
            long factor = Lanes.at(transpose.address(), column);
            OuterProduct.multiply(rows, columns, inner, x.row(row), xRow, Float.BYTES, factor, yRow, result, yRow);
        } else {
            InnerProduct.multiply(
                    rows, columns, inner, x.row(row), xRow, weight.row(column), xRow, result, yRow, scratch);
        }
        long biases = bias == null ? 0 : Lanes.at(bias.address(), column);
        for (int i = 0; i < rows; i++) {
            long at = result + i * yRow;
            Activations.forward(activation, at, biases, at, columns, scratch);
        }
    }
}
