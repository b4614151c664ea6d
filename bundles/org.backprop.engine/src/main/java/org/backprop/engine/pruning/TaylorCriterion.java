package org.backprop.engine.pruning;

import org.backprop.model.TaylorPruning;

/** See {@link TaylorPruning}. */
record TaylorCriterion(TaylorPruning spec) implements Criterion {

    @Override
    public float[] measure(Measurement measurement) {
        double[] sums = new double[measurement.weights().length];
        measurement.addGradientMagnitudes(spec.samples(), measurement.weights(), sums);
        float[] saliencies = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            saliencies[i] = (float) sums[i];
        }
        return saliencies;
    }
}
