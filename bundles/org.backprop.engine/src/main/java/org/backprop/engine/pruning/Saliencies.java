package org.backprop.engine.pruning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.WeightLayer;
import org.backprop.model.PruningSpec;

/** Measures saliencies; as long as the weights stay the same, those of one criterion are measured once. */
final class Saliencies {

    private final Network network;
    private final Masks masks;
    private final Samples samples;
    private final long seed;
    private final LongSupplier step;
    private final Map<PruningSpec, Criterion> criteria = new HashMap<>();
    private Key lastKey;
    private Measured last;
    private Backup gradient;

    /** What was measured. */
    record Measured(Criterion criterion, Measurement measurement, float[] saliency) {}

    private record Key(PruningSpec spec, List<WeightLayer> layers) {}

    Saliencies(Network network, Masks masks, Samples samples, long seed, LongSupplier step) {
        this.network = network;
        this.masks = masks;
        this.samples = samples;
        this.seed = seed;
        this.step = step;
    }

    /** To be called when weights or masks have changed. Allocates nothing. */
    void forget() {
        last = null;
        lastKey = null;
    }

    /** The implementation of a criterion. */
    Criterion criterion(PruningSpec spec) throws PruneException {
        Criterion criterion = criteria.get(spec);
        if (criterion == null) {
            criterion = Criteria.of(spec, network);
            criteria.put(spec, criterion);
        }
        return criterion;
    }

    /**
     * The saliencies of some layers. Parameters, statistics and gradient are afterwards as they were.
     *
     * @throws PruneException if they cannot be measured
     */
    Measured measure(PruningSpec spec, List<WeightLayer> layers) throws PruneException {
        Key key = new Key(spec, layers);
        if (!key.equals(lastKey)) {
            Criterion criterion = criterion(spec);
            Measurement measurement = measurement(layers);
            keepGradient();
            try {
                last = new Measured(criterion, measurement, criterion.measure(measurement));
            } finally {
                gradient.restore();
            }
            lastKey = key;
        }
        return last;
    }

    /** The magnitudes of the gradient over so many samples. */
    float[] gradientMagnitudes(int most) {
        Measurement measurement = measurement(List.of());
        double[] sums = new double[measurement.weights().length];
        keepGradient();
        measurement.addGradientMagnitudes(most, null, sums);
        gradient.restore();
        float[] magnitudes = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            magnitudes[i] = (float) sums[i];
        }
        return magnitudes;
    }

    private Measurement measurement(List<WeightLayer> layers) {
        float[] weights = network.parameterVector().map(View::toArray).orElseThrow();
        return new Measurement(network, samples, layers, weights, masks.values(), seed, step.getAsLong());
    }

    private void keepGradient() {
        if (gradient == null) {
            gradient = new Backup(
                    network.kernels(), List.of(network.gradientVector().orElseThrow()));
        } else {
            gradient.keep();
        }
    }
}
