package org.backprop.engine.kernels;

import java.util.Arrays;

/**
 * The forward pass of a long short-term memory in one thread: one matrix product for the inputs of all steps and one for
 * the states of each.
 */
final class SampleLstm {

    private static final int BLOCK = 4096;

    private final StepMajor order;
    private final SigmoidLoop sigmoid = new SigmoidLoop();
    private float[] bias = new float[0];
    private float[] other = new float[0];
    private float[] gates = new float[0];
    private float[] cells = new float[0];
    private float[] states = new float[0];

    SampleLstm(StepMajor order) {
        this.order = order;
    }

    /** Samples whose gates fit into the first-level cache. */
    static int block(LstmShape shape) {
        return Math.max(1, BLOCK / (LstmMemory.GATES * shape.units()));
    }

    void run(
            LstmShape shape,
            Nd4jView x,
            Nd4jView inputWeight,
            Nd4jView stateWeight,
            Nd4jView inputBias,
            Nd4jView stateBias,
            Nd4jView workspace,
            Nd4jView y) {
        int n = x.rows();
        int width = LstmMemory.GATES * shape.units();
        LstmMemory memory = new LstmMemory(shape, n, workspace);
        addBiases(width, inputBias, stateBias);
        Panel inputs = Panel.of(order.of(shape, x));
        Panel inputFactor = Panel.of(inputWeight).transposed();
        Blas.multiply(shape.steps() * n, width, shape.inputs(), inputs, inputFactor, memory.gatePanel(0), false);
        Panel stateFactor = Panel.of(stateWeight).transposed();
        for (int step = 0; step < shape.steps(); step++) {
            if (step > 0) {
                Panel before = memory.statePanel(memory.states(step - 1));
                Blas.multiply(n, width, shape.units(), before, stateFactor, memory.gatePanel(step), true);
            }
            for (int first = 0; first < n; first += block(shape)) {
                advance(memory, step, first, Math.min(block(shape), n - first), y);
            }
        }
    }

    private void addBiases(int width, Nd4jView inputBias, Nd4jView stateBias) {
        bias = Blocks.grown(bias, width);
        other = Blocks.grown(other, width);
        Arrays.fill(bias, 0, width, 0);
        for (Nd4jView added : new Nd4jView[] {inputBias, stateBias}) {
            if (added != null) {
                added.elements().get(0, other, 0, width);
                PatchLoops.add(width, other, 0, bias, 0);
            }
        }
    }

    /** One step of some samples. */
    private void advance(LstmMemory memory, int step, int first, int count, Nd4jView y) {
        int units = memory.shape().units();
        int width = LstmMemory.GATES * units;
        gates = Blocks.grown(gates, count * width);
        cells = Blocks.grown(cells, count * units);
        states = Blocks.grown(states, count * units);
        memory.read(memory.gates(step) + first * width, gates, count * width);
        if (step > 0) {
            memory.read(memory.cells(step - 1) + first * units, cells, count * units);
        } else {
            Arrays.fill(cells, 0, count * units, 0);
        }
        for (int row = 0; row < count; row++) {
            int at = row * width;
            PatchLoops.add(width, bias, 0, gates, at);
            sigmoid.run(at, 2 * units, gates);
            ActivationLoops.tanh(at + 2 * units, units, gates);
            sigmoid.run(at + 3 * units, units, gates);
            LstmLoops.cell(units, gates, at, cells, row * units);
        }
        System.arraycopy(cells, 0, states, 0, count * units);
        ActivationLoops.tanh(0, count * units, states);
        for (int row = 0; row < count; row++) {
            LstmLoops.state(units, gates, row * width, states, row * units);
        }
        memory.write(memory.gates(step) + first * width, gates, count * width);
        memory.write(memory.cells(step) + first * units, cells, count * units);
        memory.write(memory.states(step) + first * units, states, count * units);
        storeResult(memory.shape(), step, first, count, y);
    }

    private void storeResult(LstmShape shape, int step, int first, int count, Nd4jView y) {
        if (!shape.sequences() && step < shape.steps() - 1) {
            return;
        }
        int inRow = shape.sequences() ? step * shape.units() : 0;
        for (int row = 0; row < count; row++) {
            y.elements().put((first + row) * y.columns() + inRow, states, row * shape.units(), shape.units());
        }
    }
}
