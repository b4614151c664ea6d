package org.backprop.engine.kernels;

/** Sequences {@code [n, T, F]} in the order of the steps, {@code [T, n, F]}. */
final class StepMajor {

    private final Nd4jScratch scratch = new Nd4jScratch();
    private float[] sequence = new float[0];

    /** Memory {@code [T n, F]} with unspecified content, which the next call may overwrite. */
    Nd4jView view(LstmShape shape, int n) {
        return scratch.view(shape.steps() * n, shape.inputs());
    }

    /** The sequences, step by step, in memory that the next call may overwrite. */
    Nd4jView of(LstmShape shape, Nd4jView x) {
        Nd4jView ordered = view(shape, x.rows());
        sequence = Blocks.grown(sequence, x.columns());
        for (int sample = 0; sample < x.rows(); sample++) {
            x.elements().get(sample * x.columns(), sequence, 0, x.columns());
            for (int step = 0; step < shape.steps(); step++) {
                int to = (step * x.rows() + sample) * shape.inputs();
                ordered.elements().put(to, sequence, step * shape.inputs(), shape.inputs());
            }
        }
        return ordered;
    }

    /** Writes what lies in the order of the steps to sequences. */
    void restore(LstmShape shape, Nd4jView ordered, Nd4jView x) {
        sequence = Blocks.grown(sequence, x.columns());
        for (int sample = 0; sample < x.rows(); sample++) {
            for (int step = 0; step < shape.steps(); step++) {
                int from = (step * x.rows() + sample) * shape.inputs();
                ordered.elements().get(from, sequence, step * shape.inputs(), shape.inputs());
            }
            x.elements().put(sample * x.columns(), sequence, 0, x.columns());
        }
    }
}
