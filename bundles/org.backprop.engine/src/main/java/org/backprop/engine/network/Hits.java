package org.backprop.engine.network;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** Counts the samples of a batch whose class the network's output gives right. */
interface Hits {

    /** The number, after the forward pass. */
    int count();

    /** Makes the count of a batch. */
    interface Of {

        /**
         * The count over these views.
         *
         * @param targets class indices {@code [n, 1]} or, shaped as output, 1 for the class and 0 for the others
         */
        Hits of(View output, View targets);
    }

    /** No classes, no hits. */
    static Hits none(View output, View targets) {
        return () -> 0;
    }

    /** The greatest output is that of the class; targets are class indices. */
    static Of ofLabels(Kernels kernels) {
        return (output, targets) -> () -> kernels.correct(output, targets);
    }

    /** As {@link #ofLabels}, but targets are 1 and 0; a single output must be above the threshold for the class 1. */
    static Of ofIndicators(double threshold) {
        return (output, targets) ->
                new IndicatorHits(output, targets, threshold, new float[output.length()], new float[output.length()]);
    }
}
