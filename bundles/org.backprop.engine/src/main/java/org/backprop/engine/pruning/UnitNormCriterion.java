package org.backprop.engine.pruning;

import java.util.Arrays;

import org.backprop.engine.network.Parameter;
import org.backprop.engine.network.WeightLayer;

/**
 * The norm of the weights of each unit. See {@link org.backprop.model.NeuronInputWeights} and {@link
 * org.backprop.model.FilterNorm}.
 *
 * @param p exponent
 * @param filters whether of the filters of convolutions, else of the neurons of dense layers
 * @param mean whether the sum of powers is divided by their number
 */
record UnitNormCriterion(double p, boolean filters, boolean mean) implements Criterion {

    @Override
    public boolean canPrune(WeightLayer layer) {
        return layer.hasUnits() && layer.weights().getFirst().shape().size() > 2 == filters;
    }

    @Override
    public String target() {
        return filters ? "convolutions before the last layer" : "dense layers before the last one";
    }

    @Override
    public boolean removesUnits() {
        return true;
    }

    @Override
    public float[] measure(Measurement measurement) {
        float[] norms = new float[measurement.weights().length];
        for (WeightLayer layer : measurement.layers()) {
            Parameter weights = layer.weights().getFirst();
            int columns = weights.length() / weights.shape().getFirst();
            for (int at = weights.offset(); at < weights.offset() + weights.length(); at += columns) {
                Arrays.fill(norms, at, at + columns, norm(measurement.weights(), at, columns));
            }
        }
        return norms;
    }

    private float norm(float[] weights, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += p == 1 ? Math.abs(weights[i]) : Math.pow(Math.abs(weights[i]), p);
        }
        return (float) Math.pow(mean ? sum / count : sum, 1 / p);
    }
}
