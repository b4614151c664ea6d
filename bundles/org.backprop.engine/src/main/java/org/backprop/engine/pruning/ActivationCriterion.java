package org.backprop.engine.pruning;

import java.util.Arrays;

import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Parameter;
import org.backprop.engine.network.WeightLayer;
import org.backprop.model.ActivationMeasure;
import org.backprop.model.NeuronActivation;

/** See {@link NeuronActivation}. */
record ActivationCriterion(NeuronActivation spec) implements Criterion {

    @Override
    public boolean canPrune(WeightLayer layer) {
        return layer.hasUnits();
    }

    @Override
    public String target() {
        return "dense layers and convolutions before the last layer";
    }

    @Override
    public boolean removesUnits() {
        return true;
    }

    @Override
    public float[] measure(Measurement measurement) {
        float[] saliencies = new float[measurement.weights().length];
        double[][] sums = measurement.layers().stream()
                .map(layer -> new double[layer.weights().getFirst().shape().getFirst()])
                .toArray(double[][]::new);
        long[] counts = new long[sums.length];
        measurement.predict(spec.samples(), plan -> {
            for (int i = 0; i < sums.length; i++) {
                View output = plan.outputs().get(measurement.layers().get(i).name());
                if (output != null) {
                    counts[i] += add(output, sums[i]);
                }
            }
        });
        for (int i = 0; i < sums.length; i++) {
            spread(sums[i], counts[i], measurement.layers().get(i).weights().getFirst(), saliencies);
        }
        return saliencies;
    }

    /** Adds up what is measured; gives the number of activations of each unit. */
    private long add(View output, double[] sums) {
        float[] values = output.toArray();
        int positions = output.columns() / sums.length;
        for (int i = 0; i < values.length; i++) {
            int unit = i / positions % sums.length;
            sums[unit] += spec.measure() == ActivationMeasure.MAGNITUDE ? Math.abs(values[i]) : values[i] != 0 ? 1 : 0;
        }
        return (long) output.rows() * positions;
    }

    private static void spread(double[] sums, long count, Parameter weights, float[] saliencies) {
        int columns = weights.length() / sums.length;
        for (int unit = 0; unit < sums.length; unit++) {
            int from = weights.offset() + unit * columns;
            Arrays.fill(saliencies, from, from + columns, (float) (sums[unit] / Math.max(1, count)));
        }
    }
}
