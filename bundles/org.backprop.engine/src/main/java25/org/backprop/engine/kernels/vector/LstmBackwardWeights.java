package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Work;

/**
 * The weights of a long short-term memory as one right factor {@code [4 H, H + F]}: those of the state, then those of the
 * input. Its rows end on whole vectors, with unspecified values, as {@link OuterProduct} likes them.
 */
final class LstmBackwardWeights implements Work {

    private final Workspace packed = new Workspace();
    private NativeView inputWeight;
    private NativeView stateWeight;

    /** Sets what to pack; inputWeight is null if nobody needs the gradient of the input. */
    void set(NativeView inputWeight, NativeView stateWeight) {
        this.inputWeight = inputWeight;
        this.stateWeight = stateWeight;
        packed.reserve(1, (long) stateWeight.rows() * columns());
    }

    /** Length of a row, the unused values at the end included. */
    int columns() {
        return Rows.padded(stateWeight.columns() + (inputWeight == null ? 0 : inputWeight.columns()));
    }

    long address() {
        return packed.of(0);
    }

    @Override
    public void run(int part, int parts) {
        int begin = Work.begin(stateWeight.rows(), 1, part, parts);
        int rows = Work.end(stateWeight.rows(), 1, part, parts) - begin;
        long to = Lanes.at(packed.of(0), (long) begin * columns());
        copy(stateWeight, begin, rows, to);
        if (inputWeight != null) {
            copy(inputWeight, begin, rows, Lanes.at(to, stateWeight.columns()));
        }
    }

    private void copy(NativeView from, int begin, int rows, long to) {
        int columns = from.columns();
        Rows.copy(from.row(begin), Lanes.at(0, columns), to, Lanes.at(0, columns()), rows, columns);
    }
}
