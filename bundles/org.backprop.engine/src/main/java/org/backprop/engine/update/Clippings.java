package org.backprop.engine.update;

import java.util.List;

import org.backprop.engine.network.Network;
import org.backprop.engine.network.TrainableLayer;
import org.backprop.model.AdaptiveClipping;
import org.backprop.model.ClippingSpec;
import org.backprop.model.GlobalNormClipping;
import org.backprop.model.LayerNormClipping;
import org.backprop.model.ValueClipping;

/** Maps the clipping of a model to its implementation. */
final class Clippings {

    private Clippings() {}

    static Clipping compile(ClippingSpec spec, Network network) {
        return switch (spec) {
            case ValueClipping value -> new ElementClipping(value, network);
            case LayerNormClipping layer -> {
                List<TrainableLayer> layers = network.trainableLayers();
                yield new NormClipping(
                        network.kernels(),
                        layer.maxNorm(),
                        layers.stream()
                                .map(l -> network.gradientBuffer().view(l.offset(), 1, l.length()))
                                .toList(),
                        layers.stream().map(TrainableLayer::name).toList());
            }
            case GlobalNormClipping global ->
                new NormClipping(
                        network.kernels(),
                        global.maxNorm(),
                        List.of(network.gradientVector().orElseThrow()),
                        List.of(ClippingReport.WHOLE));
            case AdaptiveClipping adaptive -> new RatioClipping(adaptive, network);
        };
    }
}
