package org.backprop.engine.train;

import java.util.List;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;

/** Measures each layer's gradient, parameters and update around one optimizer step. */
final class Norms {

    private final Kernels kernels;
    private final View parameters;
    private final View previous;
    private final List<View> layerParameters;
    private final List<View> layerGradients;
    private final List<View> layerUpdates;
    private final double[] gradient;
    private final double[] weight;
    private final double[] ratio;

    Norms(Network network, View parameters) {
        this.kernels = network.kernels();
        this.parameters = parameters;
        previous = kernels.allocate(parameters.length()).view(0, 1, parameters.length());
        layerParameters = views(network, network.parameterBuffer());
        layerGradients = views(network, network.gradientBuffer());
        layerUpdates = views(network, previous.buffer());
        gradient = new double[layerParameters.size()];
        weight = new double[layerParameters.size()];
        ratio = new double[layerParameters.size()];
    }

    private static List<View> views(Network network, Buffer flat) {
        return network.trainableLayers().stream()
                .map(layer -> flat.view(layer.offset(), 1, layer.length()))
                .toList();
    }

    /** To be called after the backward pass, before the update. */
    void beforeUpdate() {
        kernels.copy(parameters, previous);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = Math.sqrt(kernels.squaredNorm(layerGradients.get(i)));
            ratio[i] = weight(i);
        }
    }

    /** To be called after the update. */
    void afterUpdate() {
        kernels.addScaled(-1, parameters, previous);
        for (int i = 0; i < gradient.length; i++) {
            double update = Math.sqrt(kernels.squaredNorm(layerUpdates.get(i)));
            ratio[i] = update == 0 ? 0 : update / ratio[i];
            weight[i] = weight(i);
        }
    }

    private double weight(int layer) {
        return Math.sqrt(kernels.squaredNorm(layerParameters.get(layer)));
    }

    double gradientNorm(int layer) {
        return gradient[layer];
    }

    double weightNorm(int layer) {
        return weight[layer];
    }

    double updateRatio(int layer) {
        return ratio[layer];
    }
}
