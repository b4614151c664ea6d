package org.backprop.engine.metrics;

import org.backprop.engine.kernels.View;

/** What a network gave for a batch and what it should have given, copied to the heap; reused for every batch. */
final class Batch {

    private final double threshold;
    private float[] outputs = {};
    private float[] targets = {};
    private int rows;
    private int columns;
    private int targetColumns;

    /** @param threshold above it a single output stands for the second of two classes */
    Batch(double threshold) {
        this.threshold = threshold;
    }

    /** Takes output {@code [n, m]} and targets: class indices {@code [n, 1]} or numbers {@code [n, m]}. */
    void load(View output, View target) {
        rows = output.rows();
        columns = output.columns();
        targetColumns = target.columns();
        outputs = copy(output, outputs);
        targets = copy(target, targets);
    }

    private static float[] copy(View view, float[] old) {
        float[] values = old.length < view.length() ? new float[view.length()] : old;
        view.buffer().read(view.offset(), values, 0, view.length());
        return values;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    float output(int row, int column) {
        return outputs[row * columns + column];
    }

    /** The number that an output should have been. */
    float target(int row, int column) {
        return targets[row * targetColumns + column];
    }

    /** The class of a sample. */
    int label(int row) {
        return targetColumns == 1 ? Math.round(targets[row]) : greatest(targets, row * targetColumns);
    }

    /** The class that the network takes a sample for. */
    int prediction(int row) {
        return columns == 1 ? outputs[row] > threshold ? 1 : 0 : greatest(outputs, row * columns);
    }

    /** The first of the greatest. */
    private int greatest(float[] values, int from) {
        int greatest = 0;
        for (int i = 1; i < columns; i++) {
            if (values[from + i] > values[from + greatest]) {
                greatest = i;
            }
        }
        return greatest;
    }
}
