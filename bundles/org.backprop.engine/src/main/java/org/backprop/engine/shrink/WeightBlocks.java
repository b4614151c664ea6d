package org.backprop.engine.shrink;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.network.NamedTensor;

/**
 * A tensor of weights between outputs and inputs: for each pair of them a block of one or more weights, such as a kernel.
 *
 * @param tensor {@code [outputs, inputs, ...]}, or {@code [inputs, outputs, ...]}
 * @param inputsFirst whether it is the latter
 */
record WeightBlocks(NamedTensor tensor, boolean inputsFirst) {

    int inputs() {
        return tensor.shape().get(inputsFirst ? 0 : 1);
    }

    private int size() {
        return tensor.values().length / tensor.shape().get(0) / tensor.shape().get(1);
    }

    private int start(int output, int input) {
        int row = inputsFirst ? input : output;
        int column = inputsFirst ? output : input;
        return (row * tensor.shape().get(1) + column) * size();
    }

    boolean isZero(int output, int input) {
        int start = start(output, input);
        for (int i = start; i < start + size(); i++) {
            if (tensor.values()[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The sum of the weights between an output and an input. */
    double sum(int output, int input) {
        double sum = 0;
        int start = start(output, input);
        for (int i = start; i < start + size(); i++) {
            sum += tensor.values()[i];
        }
        return sum;
    }

    /** The weights between some outputs and some inputs. */
    NamedTensor select(int[] outputs, int[] inputs) {
        int[] rows = inputsFirst ? inputs : outputs;
        int[] columns = inputsFirst ? outputs : inputs;
        float[] values = new float[rows.length * columns.length * size()];
        int at = 0;
        for (int row : rows) {
            for (int column : columns) {
                int start = inputsFirst ? start(column, row) : start(row, column);
                System.arraycopy(tensor.values(), start, values, at, size());
                at += size();
            }
        }
        List<Integer> shape = new ArrayList<>(tensor.shape());
        shape.set(0, rows.length);
        shape.set(1, columns.length);
        return new NamedTensor(tensor.name(), shape, values);
    }
}
