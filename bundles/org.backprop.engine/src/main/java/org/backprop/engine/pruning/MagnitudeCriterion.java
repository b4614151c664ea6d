package org.backprop.engine.pruning;

/** See {@link org.backprop.model.MagnitudePruning}. */
final class MagnitudeCriterion implements Criterion {

    @Override
    public float[] measure(Measurement measurement) {
        float[] magnitudes = measurement.weights().clone();
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.abs(magnitudes[i]);
        }
        return magnitudes;
    }
}
