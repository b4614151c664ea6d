package org.backprop.engine.network;

import org.backprop.engine.kernels.View;

/**
 * Counts hits where targets are 1 for the class and 0 for the others.
 *
 * @param threshold above it a single output stands for the class 1
 * @param scores takes a copy of the output
 * @param expected takes a copy of the targets
 */
record IndicatorHits(View output, View targets, double threshold, float[] scores, float[] expected) implements Hits {

    @Override
    public int count() {
        output.buffer().read(output.offset(), scores, 0, scores.length);
        targets.buffer().read(targets.offset(), expected, 0, expected.length);
        int hits = 0;
        for (int row = 0; row < output.rows(); row++) {
            hits += hit(row * output.columns()) ? 1 : 0;
        }
        return hits;
    }

    private boolean hit(int at) {
        return output.columns() == 1
                ? scores[at] > threshold == expected[at] > 0.5f
                : greatest(scores, at) == greatest(expected, at);
    }

    private int greatest(float[] values, int from) {
        int greatest = 0;
        for (int i = 1; i < output.columns(); i++) {
            if (values[from + i] > values[from + greatest]) {
                greatest = i;
            }
        }
        return greatest;
    }
}
