package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.LstmShape;

/**
 * What the workspace of a long short-term memory holds, step by step: gates {@code [T, n, 4 H]}, cells
 * {@code [T + 1, n, H]} from those of zeros before the first step, tanh of the cells {@code [T, n, H]}, and the gradient of
 * the cells of the present step {@code [n, H]}.
 */
final class LstmMemory {

    private long address;
    private long rows;
    private long units;
    private long steps;

    void set(LstmShape shape, NativeView workspace) {
        address = workspace.address();
        rows = workspace.rows();
        units = shape.units();
        steps = shape.steps();
    }

    private long block(long blocks, long row) {
        return Lanes.at(address, blocks * rows * units + row * units);
    }

    /** Address of a sample's gates, or their gradients, at a step from 0. */
    long gates(int step, int row) {
        return block((long) LstmGates.COUNT * step, (long) LstmGates.COUNT * row);
    }

    /** Address of a sample's cells after a step, -1 for those before the first. */
    long cells(int step, int row) {
        return block(LstmGates.COUNT * steps + step + 1, row);
    }

    long squashedCells(int step, int row) {
        return block((LstmGates.COUNT + 1) * steps + step + 1, row);
    }

    long cellGradient(int row) {
        return block((LstmGates.COUNT + 2) * steps + 1, row);
    }
}
