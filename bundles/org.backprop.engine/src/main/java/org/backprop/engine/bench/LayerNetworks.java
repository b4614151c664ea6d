package org.backprop.engine.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.backprop.model.Activation;

/**
 * Small networks, each around one type of layer or one activation function, in which that layer has a good part of the work.
 * {@code identity} has none between its first and last layer, as a scale for the others.
 */
final class LayerNetworks {
    private static final String IMAGES = """
            backprop: 1
            name: %s
            data: {idx: {path: cifar-10}}
            network:
              input: [3, 32, 32]
              layers:
                - conv2d: {name: features, filters: 16, kernel: 3, padding: same}
                - %s
                - flatten
                - dense: {name: scores, units: 10}
            training: {loss: cross_entropy, optimizer: adam, seed: 1}
            """;
    private static final String ROWS = """
            backprop: 1
            name: %s
            data: {digits: {samples: 70000, seed: 1}}
            network:
              input: [28, 28]
              layers:
                - %s
                - flatten
                - dense: {name: scores, units: 10}
            training: {loss: cross_entropy, optimizer: adam, seed: 1}
            """;

    /** The functions that are no work, or that take a vector. */
    private static final Set<Activation> OTHERS =
            EnumSet.of(Activation.LINEAR, Activation.SOFTMAX, Activation.LOG_SOFTMAX);

    /** A network for each type of layer and each activation function. */
    static final List<BenchNetwork> ALL = List.copyOf(all());

    private LayerNetworks() {}

    private static List<BenchNetwork> all() {
        List<BenchNetwork> all = new ArrayList<>(List.of(
                image("identity", "activation: linear"),
                image("grouped_conv2d", "conv2d: {name: layer, filters: 16, kernel: 3, padding: same, groups: 4}"),
                image("depthwise_conv2d", "depthwise_conv2d: {name: layer, kernel: 3, padding: same}"),
                image("conv2d_transpose", "conv2d_transpose: {name: layer, filters: 8, kernel: 2, stride: 2}"),
                image("max_pool2d", "max_pool2d: {name: layer, size: 3, stride: 2}"),
                image("avg_pool2d", "avg_pool2d: {name: layer, size: 3, stride: 2}"),
                image("global_avg_pool", "global_avg_pool: {name: layer}"),
                image("global_max_pool", "global_max_pool: {name: layer}"),
                image("batch_norm", "batch_norm: {name: layer}"),
                image("group_norm", "group_norm: {name: layer, groups: 4}"),
                image("prelu", "prelu: {name: layer}"),
                image("pad", "pad: {name: layer, size: 2}"),
                image("upsample", "upsample: {name: layer, factor: 2}"),
                image("concat", "concat: {name: layer, inputs: [features, features]}"),
                image("multiply", "multiply: {name: layer, inputs: [features, features]}"),
                image("add", "add: {name: layer, inputs: [features, features]}"),
                image("dropout", "dropout: {name: layer, rate: 0.1}"),
                image("alpha_dropout", "alpha_dropout: {name: layer, rate: 0.1}"),
                image("spatial_dropout", "spatial_dropout: {name: layer, rate: 0.1}"),
                rows("layer_norm", "layer_norm: {name: layer}"),
                rows("conv1d", "conv1d: {name: layer, filters: 32, kernel: 5, padding: same}"),
                rows("simple_rnn", "simple_rnn: {name: layer, units: 128}"),
                rows("bidirectional", "bidirectional: {name: layer, layer: {lstm: {units: 64}}}"),
                rows("gru", "gru: {name: layer, units: 128}")));
        Stream.of(Activation.values())
                .filter(function -> !OTHERS.contains(function))
                .map(function -> image(function.key(), "activation: {name: layer, function: " + function.key() + "}"))
                .forEach(all::add);
        return all;
    }

    private static BenchNetwork image(String key, String layer) {
        return new BenchNetwork(key, true, String.format(Locale.ROOT, IMAGES, key, layer));
    }

    private static BenchNetwork rows(String key, String layer) {
        return new BenchNetwork(key, false, String.format(Locale.ROOT, ROWS, key, layer));
    }
}
