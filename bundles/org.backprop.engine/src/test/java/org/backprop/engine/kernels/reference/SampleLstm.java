package org.backprop.engine.kernels.reference;

import org.backprop.engine.kernels.LstmShape;

/** The long short-term memory of one sample; it keeps what a forward pass computed for the backward pass. */
final class SampleLstm {

    private static final int GATES = 4;

    private final LstmShape shape;
    private final double[] inputWeight;
    private final double[] stateWeight;
    private final double[] bias;
    private final double[][] gates;
    private final double[][] cells;
    private final double[][] states;

    /** A layer of these weights; the biases may be null. */
    SampleLstm(LstmShape shape, double[] inputWeight, double[] stateWeight, double[] inputBias, double[] stateBias) {
        this.shape = shape;
        this.inputWeight = inputWeight;
        this.stateWeight = stateWeight;
        bias = new double[GATES * shape.units()];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = (inputBias == null ? 0 : inputBias[i]) + (stateBias == null ? 0 : stateBias[i]);
        }
        gates = new double[shape.steps()][GATES * shape.units()];
        cells = new double[shape.steps() + 1][shape.units()];
        states = new double[shape.steps() + 1][shape.units()];
    }

    /** Computes the states of a sample, or its last one, into y from yAt on. */
    void forward(double[] x, int xAt, double[] y, int yAt) {
        int units = shape.units();
        for (int t = 0; t < shape.steps(); t++) {
            for (int gate = 0; gate < GATES * units; gate++) {
                double sum = bias[gate];
                for (int i = 0; i < shape.inputs(); i++) {
                    sum += inputWeight[gate * shape.inputs() + i] * x[xAt + t * shape.inputs() + i];
                }
                for (int i = 0; i < units; i++) {
                    sum += stateWeight[gate * units + i] * states[t][i];
                }
                gates[t][gate] = gate / units == 2 ? Math.tanh(sum) : ReferenceActivation.sigmoid(sum);
            }
            for (int i = 0; i < units; i++) {
                double added = gates[t][i] * gates[t][2 * units + i];
                cells[t + 1][i] = gates[t][units + i] * cells[t][i] + added;
                states[t + 1][i] = gates[t][3 * units + i] * Math.tanh(cells[t + 1][i]);
            }
            if (shape.sequences() || t == shape.steps() - 1) {
                System.arraycopy(states[t + 1], 0, y, yAt + (shape.sequences() ? t * units : 0), units);
            }
        }
    }

    /** Adds the gradients of the sample that went forward last to the results, of which none is null. */
    void backward(
            double[] x,
            int xAt,
            double[] dy,
            int dyAt,
            double[] inputWeightGradient,
            double[] stateWeightGradient,
            double[] biasGradient,
            double[] dx) {
        int units = shape.units();
        double[] dState = new double[units];
        double[] dCell = new double[units];
        for (int t = shape.steps() - 1; t >= 0; t--) {
            for (int i = 0; i < units; i++) {
                boolean visible = shape.sequences() || t == shape.steps() - 1;
                dState[i] += visible ? dy[dyAt + (shape.sequences() ? t * units : 0) + i] : 0;
            }
            double[] dGates = gateGradients(t, dState, dCell);
            dState = new double[units];
            for (int gate = 0; gate < GATES * units; gate++) {
                biasGradient[gate] += dGates[gate];
                for (int i = 0; i < shape.inputs(); i++) {
                    int at = xAt + t * shape.inputs() + i;
                    inputWeightGradient[gate * shape.inputs() + i] += dGates[gate] * x[at];
                    dx[at] += dGates[gate] * inputWeight[gate * shape.inputs() + i];
                }
                for (int i = 0; i < units; i++) {
                    stateWeightGradient[gate * units + i] += dGates[gate] * states[t][i];
                    dState[i] += dGates[gate] * stateWeight[gate * units + i];
                }
            }
        }
    }

    /** Gradients before the gates' functions; dCell becomes that of the step before. */
    private double[] gateGradients(int t, double[] dState, double[] dCell) {
        int units = shape.units();
        double[] gradients = new double[GATES * units];
        for (int i = 0; i < units; i++) {
            double in = gates[t][i];
            double forget = gates[t][units + i];
            double candidate = gates[t][2 * units + i];
            double out = gates[t][3 * units + i];
            double tanh = Math.tanh(cells[t + 1][i]);
            dCell[i] += dState[i] * out * (1 - tanh * tanh);
            gradients[i] = dCell[i] * candidate * in * (1 - in);
            gradients[units + i] = dCell[i] * cells[t][i] * forget * (1 - forget);
            gradients[2 * units + i] = dCell[i] * in * (1 - candidate * candidate);
            gradients[3 * units + i] = dState[i] * tanh * out * (1 - out);
            dCell[i] *= forget;
        }
        return gradients;
    }
}
