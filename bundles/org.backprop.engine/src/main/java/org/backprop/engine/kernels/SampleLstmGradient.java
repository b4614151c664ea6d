package org.backprop.engine.kernels;

import java.util.Arrays;

/**
 * The backward pass of a long short-term memory in one thread: a matrix product for the states of each step, and one for
 * all steps for each of the other gradients.
 */
final class SampleLstmGradient {

    private final StepMajor order;
    private float[] gates = new float[0];
    private float[] tanh = new float[0];
    private float[] before = new float[0];
    private float[] stateGradients = new float[0];
    private float[] outputGradients = new float[0];
    private float[] cellGradients = new float[0];
    private float[] blockGradients = new float[0];
    private double[] biasSums = new double[0];

    SampleLstmGradient(StepMajor order) {
        this.order = order;
    }

    void run(
            LstmShape shape,
            Nd4jView x,
            Nd4jView inputWeight,
            Nd4jView stateWeight,
            Nd4jView workspace,
            Nd4jView dy,
            Nd4jView inputWeightGradient,
            Nd4jView stateWeightGradient,
            Nd4jView biasGradient,
            Nd4jView dx) {
        int n = x.rows();
        int width = LstmMemory.GATES * shape.units();
        int rows = shape.steps() * n;
        LstmMemory memory = new LstmMemory(shape, n, workspace);
        throughTime(memory, stateWeight, dy);
        if (biasGradient != null) {
            for (int gate = 0; gate < width; gate++) {
                biasGradient.elements().put(gate, (float) biasSums[gate]);
            }
        }
        Panel gradients = memory.gatePanel(0);
        Panel inputs = Panel.of(order.of(shape, x));
        Panel result = Panel.of(inputWeightGradient);
        Blas.multiply(width, shape.inputs(), rows, gradients.transposed(), inputs, result, false);
        differentiateStateWeight(memory, stateWeightGradient);
        if (dx != null) {
            Nd4jView ordered = order.view(shape, n);
            Blas.multiply(rows, shape.inputs(), width, gradients, Panel.of(inputWeight), Panel.of(ordered), false);
            order.restore(shape, ordered, dx);
        }
    }

    private static void differentiateStateWeight(LstmMemory memory, Nd4jView gradient) {
        LstmShape shape = memory.shape();
        Panel gates = memory.gatePanel(Math.min(1, shape.steps() - 1)).transposed();
        Panel states = memory.statePanel(memory.states(0));
        int rows = (shape.steps() - 1) * memory.n();
        if (rows > 0) {
            Blas.multiply(gradient.rows(), gradient.columns(), rows, gates, states, Panel.of(gradient), false);
        } else {
            gradient.elements().put(0, new float[gradient.length()], 0, gradient.length());
        }
    }

    /** Replaces the gates of all steps by their gradients. */
    private void throughTime(LstmMemory memory, Nd4jView stateWeight, Nd4jView dy) {
        LstmShape shape = memory.shape();
        int width = LstmMemory.GATES * shape.units();
        int block = SampleLstm.block(shape);
        cellGradients = Blocks.grown(cellGradients, memory.layer());
        Arrays.fill(cellGradients, 0, memory.layer(), 0);
        biasSums = new double[width];
        for (int step = shape.steps() - 1; step >= 0; step--) {
            if (step < shape.steps() - 1) {
                Panel result = memory.statePanel(memory.stateGradients());
                Panel gradients = memory.gatePanel(step + 1);
                Blas.multiply(memory.n(), shape.units(), width, gradients, Panel.of(stateWeight), result, false);
            }
            for (int first = 0; first < memory.n(); first += block) {
                goBack(memory, step, first, Math.min(block, memory.n() - first), dy);
            }
        }
    }

    /** One step of some samples. */
    private void goBack(LstmMemory memory, int step, int first, int count, Nd4jView dy) {
        int units = memory.shape().units();
        int width = LstmMemory.GATES * units;
        int length = count * units;
        int offset = first * units;
        grow(count * width, length);
        memory.read(memory.gates(step) + first * width, gates, count * width);
        memory.read(memory.cells(step) + offset, tanh, length);
        ActivationLoops.tanh(0, length, tanh);
        loadStateGradients(memory, step, first, count, dy);
        if (step > 0) {
            memory.read(memory.cells(step - 1) + offset, before, length);
        } else {
            Arrays.fill(before, 0, length, 0);
        }
        System.arraycopy(cellGradients, offset, blockGradients, 0, length);
        for (int row = 0; row < count; row++) {
            int at = row * width;
            int unit = row * units;
            LstmLoops.outGradient(units, gates, at, stateGradients, tanh, blockGradients, unit);
            LstmLoops.cellGradient(units, gates, at, before, blockGradients, unit);
        }
        System.arraycopy(blockGradients, 0, cellGradients, offset, length);
        ReductionLoops.addRows(count, width, gates, biasSums);
        memory.write(memory.gates(step) + first * width, gates, count * width);
    }

    private void grow(int gateLength, int length) {
        gates = Blocks.grown(gates, gateLength);
        tanh = Blocks.grown(tanh, length);
        before = Blocks.grown(before, length);
        stateGradients = Blocks.grown(stateGradients, length);
        outputGradients = Blocks.grown(outputGradients, length);
        blockGradients = Blocks.grown(blockGradients, length);
    }

    /** That through the next step, and that of the output at this step. */
    private void loadStateGradients(LstmMemory memory, int step, int first, int count, Nd4jView dy) {
        LstmShape shape = memory.shape();
        int units = shape.units();
        boolean isLast = step == shape.steps() - 1;
        if (isLast) {
            Arrays.fill(stateGradients, 0, count * units, 0);
        } else {
            memory.read(memory.stateGradients() + first * units, stateGradients, count * units);
        }
        if (isLast || shape.sequences()) {
            int inRow = shape.sequences() ? step * units : 0;
            for (int row = 0; row < count; row++) {
                dy.elements().get((first + row) * dy.columns() + inRow, outputGradients, row * units, units);
            }
            PatchLoops.add(count * units, outputGradients, 0, stateGradients, 0);
        }
    }
}
