package org.backprop.engine.shrink;

import java.util.List;
import java.util.Random;

import org.backprop.engine.network.Network;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.Layer;

/** Random samples for the input of a network. */
final class Probes {

    private Probes() {}

    /** Normally distributed numbers, or numbers that all embeddings can look up. */
    static float[] random(List<Layer> layers, Network network, int samples) {
        Random random = new Random(1);
        int most = layers.stream()
                .map(Layer::spec)
                .filter(EmbeddingLayer.class::isInstance)
                .mapToInt(spec -> ((EmbeddingLayer) spec).numEmbeddings())
                .min()
                .orElse(0);
        float[] features = new float[Math.multiplyExact(samples, network.inputs())];
        for (int i = 0; i < features.length; i++) {
            features[i] = most > 0 ? random.nextInt(most) : (float) random.nextGaussian();
        }
        return features;
    }
}
