package org.backprop.engine.kernels.reference;

import org.backprop.engine.kernels.LstmShape;

/**
 * The long short-term memory in double precision; see {@link org.backprop.engine.kernels.Kernels#lstmForward}.
 *
 * @param n batch size
 */
public record ReferenceLstm(LstmShape shape, int n) {

    /** Elements of the result for a sample. */
    public int resultColumns() {
        return (shape.sequences() ? shape.steps() : 1) * shape.units();
    }

    /** Elements of the input for a sample. */
    public int inputColumns() {
        return shape.steps() * shape.inputs();
    }

    /** Computes y; the biases may be null. */
    public void forward(
            double[] x,
            double[] inputWeight,
            double[] stateWeight,
            double[] inputBias,
            double[] stateBias,
            double[] y) {
        for (int sample = 0; sample < n; sample++) {
            new SampleLstm(shape, inputWeight, stateWeight, inputBias, stateBias)
                    .forward(x, sample * inputColumns(), y, sample * resultColumns());
        }
    }

    /** Computes y and the gradients, of which those of bias and x may be null. */
    public void forwardAndBackward(
            double[] x,
            double[] inputWeight,
            double[] stateWeight,
            double[] inputBias,
            double[] stateBias,
            double[] y,
            double[] dy,
            double[] inputWeightGradient,
            double[] stateWeightGradient,
            double[] biasGradient,
            double[] dx) {
        double[] dwi = new double[inputWeight.length];
        double[] dwh = new double[stateWeight.length];
        double[] db = new double[4 * shape.units()];
        double[] back = new double[x.length];
        for (int sample = 0; sample < n; sample++) {
            int xAt = sample * inputColumns();
            int yAt = sample * resultColumns();
            SampleLstm lstm = new SampleLstm(shape, inputWeight, stateWeight, inputBias, stateBias);
            lstm.forward(x, xAt, y, yAt);
            lstm.backward(x, xAt, dy, yAt, dwi, dwh, db, back);
        }
        Results.store(dwi, inputWeightGradient);
        Results.store(dwh, stateWeightGradient);
        Results.store(db, biasGradient);
        Results.store(back, dx);
    }
}
