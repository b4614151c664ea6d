package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/**
 * The parameters of a long short-term memory as one right factor {@code [H + F + 1, 4 H]}: the transposed weights of state
 * and input and the sum of the biases, so that a step's gates are one product with rows {@code [h, x, 1]}. What belongs to
 * a sigmoid is halved, see {@link LstmGates}; that is exact.
 */
final class LstmForwardWeights implements Work {

    private final Team team;
    private final Transpose state;
    private final Transpose input;
    private final Workspace packed = new Workspace();
    private int units;
    private int inputs;
    private NativeView inputBias;
    private NativeView stateBias;

    LstmForwardWeights(Team team, Scratch scratch) {
        this.team = team;
        state = new Transpose(scratch);
        input = new Transpose(scratch);
    }

    /** Sets and packs the parameters; the biases may be null. */
    void pack(NativeView inputWeight, NativeView stateWeight, NativeView inputBias, NativeView stateBias) {
        this.inputBias = inputBias;
        this.stateBias = stateBias;
        units = stateWeight.columns();
        inputs = inputWeight.columns();
        packed.reserve(1, (long) (width() + 1) * gates());
        boolean shared = Sharing.pays((long) width() * gates());
        state.set(stateWeight);
        input.set(inputWeight);
        team.run(state, shared);
        team.run(input, shared);
        team.run(this, shared);
    }

    private int gates() {
        return LstmGates.COUNT * units;
    }

    /** Number of rows: that of the values {@code [h, x, 1]}, of which the last is only there if there is a bias. */
    int width() {
        return units + inputs + (inputBias == null && stateBias == null ? 0 : 1);
    }

    /** Address of a row of the factor: first the H of the state, then the F of the input, then the biases. */
    long row(int row) {
        return Lanes.at(packed.of(0), (long) row * gates());
    }

    @Override
    public void run(int part, int parts) {
        scale(state.address(), 0, units, part, parts);
        scale(input.address(), units, inputs, part, parts);
        if (part == 0) {
            biases();
        }
    }

    private void scale(long from, int row, int count, int part, int parts) {
        int begin = Work.begin(count, 1, part, parts);
        int rows = Work.end(count, 1, part, parts) - begin;
        long gatesRow = Lanes.at(0, gates());
        for (int gate = 0; gate < LstmGates.COUNT; gate++) {
            long column = Lanes.at(begin * gatesRow, (long) gate * units);
            Rows.scale(LstmGates.scale(gate), from + column, gatesRow, row(row) + column, gatesRow, rows, units);
        }
    }

    private void biases() {
        for (int i = 0; i < gates(); i++) {
            float bias = bias(inputBias, i) + bias(stateBias, i);
            Lanes.set(Lanes.at(row(units + inputs), i), LstmGates.scale(i / units) * bias);
        }
    }

    private static float bias(NativeView bias, int gate) {
        return bias == null ? 0f : Lanes.get(Lanes.at(bias.address(), gate));
    }
}
