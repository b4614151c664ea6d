package org.backprop.engine.kernels;

/**
 * Where the portable kernels keep what, in the workspace of a long short-term memory: step by step, in each the samples,
 * so that what a step needs is contiguous.
 *
 * @param n batch size
 */
record LstmMemory(LstmShape shape, int n, Nd4jView workspace) {

    static final int GATES = 4;

    /** Elements of the cell, or the state, of all samples. */
    int layer() {
        return n * shape.units();
    }

    /** The gates i, f, g, o {@code [n, 4 H]} of a step; later their gradients. */
    int gates(int step) {
        return step * GATES * layer();
    }

    /** The cells {@code [n, H]} of a step. */
    int cells(int step) {
        return (GATES * shape.steps() + step) * layer();
    }

    /** The states {@code [n, H]} of a step. */
    int states(int step) {
        return ((GATES + 1) * shape.steps() + step) * layer();
    }

    /** The gradient of the states {@code [n, H]} of one step. */
    int stateGradients() {
        return states(shape.steps());
    }

    /** The gates from a step on as a matrix. */
    Panel gatePanel(int step) {
        return Panel.of(workspace, gates(step), GATES * shape.units());
    }

    /** States from {@code offset} on as a matrix. */
    Panel statePanel(int offset) {
        return Panel.of(workspace, offset, shape.units());
    }

    void read(int offset, float[] to, int count) {
        workspace.elements().get(offset, to, 0, count);
    }

    void write(int offset, float[] from, int count) {
        workspace.elements().put(offset, from, 0, count);
    }
}
