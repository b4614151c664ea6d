package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.MagnitudeBins;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.TrainableLayer;
import org.backprop.runlog.events.Histogram;

/** The distributions of each layer's gradients and parameters, in the order of the trainable layers. */
final class LayerHistograms {

    private final Kernels kernels;
    private final List<View> gradients;
    private final List<View> parameters;
    private final int[] counts = new int[MagnitudeBins.COUNT];
    private List<Histogram> ofGradients = List.of();
    private List<Histogram> ofParameters = List.of();

    LayerHistograms(Network network) {
        kernels = network.kernels();
        gradients = views(network.gradientBuffer(), network.trainableLayers());
        parameters = views(network.parameterBuffer(), network.trainableLayers());
    }

    private static List<View> views(Buffer flat, List<TrainableLayer> layers) {
        return layers.stream()
                .map(layer -> flat.view(layer.offset(), 1, layer.length()))
                .toList();
    }

    /** Takes them all: the gradients of this step, the parameters before its update. */
    void take() {
        ofGradients = histograms(gradients);
        ofParameters = histograms(parameters);
    }

    /** Takes them all from what was counted elsewhere. */
    void take(int[][] countedGradients, int[][] countedParameters) {
        ofGradients =
                Arrays.stream(countedGradients).map(MagnitudeHistogram::of).toList();
        ofParameters =
                Arrays.stream(countedParameters).map(MagnitudeHistogram::of).toList();
    }

    /** The counts of the elements of each layer's gradient by their magnitudes. */
    int[][] countGradients() {
        return count(gradients);
    }

    /** The same of the parameters. */
    int[][] countParameters() {
        return count(parameters);
    }

    private int[][] count(List<View> views) {
        int[][] counted = new int[views.size()][MagnitudeBins.COUNT];
        for (int i = 0; i < counted.length; i++) {
            kernels.countMagnitudes(views.get(i), counted[i]);
        }
        return counted;
    }

    private List<Histogram> histograms(List<View> views) {
        List<Histogram> histograms = new ArrayList<>();
        for (View view : views) {
            kernels.countMagnitudes(view, counts);
            histograms.add(MagnitudeHistogram.of(counts));
        }
        return histograms;
    }

    Histogram gradient(int layer) {
        return ofGradients.get(layer);
    }

    Histogram parameters(int layer) {
        return ofParameters.get(layer);
    }
}
