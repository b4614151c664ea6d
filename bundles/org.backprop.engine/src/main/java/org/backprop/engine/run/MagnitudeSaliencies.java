package org.backprop.engine.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.MagnitudeBins;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.WeightLayer;
import org.backprop.engine.train.MagnitudeHistogram;
import org.backprop.runlog.events.Histogram;

/**
 * The saliencies of the criterion magnitude, counted where the weights lie: much faster than to measure them for a removal.
 * Weights that are 0 are left out, as those that were removed are.
 */
final class MagnitudeSaliencies {

    private final Kernels kernels;
    private final SequencedMap<String, List<View>> weights = new LinkedHashMap<>();
    private final int[] counts = new int[MagnitudeBins.COUNT];
    private final int[] sums = new int[MagnitudeBins.COUNT];

    MagnitudeSaliencies(Network network, List<WeightLayer> layers) {
        kernels = network.kernels();
        for (WeightLayer layer : layers) {
            weights.put(
                    layer.name(),
                    layer.weights().stream()
                            .map(parameter -> network.parameterBuffer().view(parameter.offset(), 1, parameter.length()))
                            .toList());
        }
    }

    /** The histogram of each layer. */
    SequencedMap<String, Histogram> take() {
        SequencedMap<String, Histogram> histograms = new LinkedHashMap<>();
        weights.forEach((layer, views) -> histograms.put(layer, histogram(views)));
        return histograms;
    }

    private Histogram histogram(List<View> views) {
        Arrays.fill(sums, 0);
        for (View view : views) {
            kernels.countMagnitudes(view, counts);
            for (int n = 1; n < MagnitudeBins.NEGATIVE; n++) {
                sums[n] += counts[n] + counts[MagnitudeBins.NEGATIVE + n];
            }
        }
        return MagnitudeHistogram.of(sums);
    }
}
