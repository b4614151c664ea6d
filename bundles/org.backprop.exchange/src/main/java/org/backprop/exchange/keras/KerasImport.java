package org.backprop.exchange.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.ImportReport;
import org.backprop.exchange.ImportedNetwork;
import org.backprop.exchange.NetworkBuilder;
import org.backprop.model.Layer;
import org.backprop.model.Shape;

/**
 * Reads Sequential and functional models of Keras, {@code .keras} or {@code .h5}, with one input and one output. The network
 * predicts what the model predicts; a model with something that has no equal here is refused, with the name of the layer.
 * Images and their filters are turned from channels last to channels first.
 */
public final class KerasImport {

    private KerasImport() {}

    /**
     * Reads a file.
     *
     * @param name name of the model here
     * @throws IOException if it cannot be read, or a layer cannot be carried over; the message says which and why
     */
    public static ImportedNetwork read(Path file, String name) throws IOException {
        try (KerasFile keras = open(file)) {
            KerasGraph graph = keras.graph();
            ImportReport report = new ImportReport(file.getFileName() + " (" + keras.tool() + ")");
            List<KerasLayer> inputs = graph.ordered().stream()
                    .filter(layer -> layer.type().equals(KerasLayer.INPUT))
                    .toList();
            if (inputs.size() != 1) {
                throw new ExchangeException(file.getFileName() + ": the model has " + inputs.size()
                        + " inputs that lead to its output, but networks have one here");
            }
            Flow input = input(inputs.getFirst(), graph, report);
            NetworkBuilder builder = new NetworkBuilder(input.shape(), report);
            KerasLayers layers = new KerasLayers(builder, keras.weights());
            Map<String, Flow> flows = new HashMap<>(Map.of(inputs.getFirst().name(), input));
            for (KerasLayer layer : graph.ordered()) {
                if (!layer.type().equals(KerasLayer.INPUT)) {
                    flows.put(
                            layer.name(),
                            layers.add(
                                    layer,
                                    layer.inputs().stream().map(flows::get).toList()));
                }
            }
            if (flows.get(graph.output()).order() != null) {
                report.changed("The outputs are elements of an image in the order of channels, rows, columns;"
                        + " in Keras channels come last.");
            }
            return builder.build(name, KerasTraining.read(keras.training(), report));
        }
    }

    private static KerasFile open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!KerasFile.isArchive(in.readNBytes(4))) {
                return KerasFile.legacy(file);
            }
        }
        return KerasFile.archive(file);
    }

    /** The input with the channels of images, and of sequences that a convolution takes, in front. */
    private static Flow input(KerasLayer layer, KerasGraph graph, ImportReport report) throws ExchangeException {
        String key = layer.config().isList("batch_shape") ? "batch_shape" : "batch_input_shape";
        List<Integer> dims = layer.config().sampleShape(key);
        return switch (dims.size()) {
            case 1 -> new Flow(Layer.INPUT, new Shape(dims), false, null);
            case 2 -> {
                boolean channelsFirst = leadsToConvolution(layer, graph);
                if (channelsFirst) {
                    report.changed("A sample is [%d channels, %d steps]; in Keras channels come last."
                            .formatted(dims.get(1), dims.get(0)));
                }
                yield new Flow(Layer.INPUT, new Shape(channelsFirst ? dims.reversed() : dims), channelsFirst, null);
            }
            case 3 -> {
                report.changed("A sample is an image [%d channels, %d rows, %d columns]; in Keras channels come last."
                        .formatted(dims.get(2), dims.get(0), dims.get(1)));
                yield new Flow(Layer.INPUT, Shape.of(dims.get(2), dims.get(0), dims.get(1)), false, null);
            }
            default -> throw layer.refused("samples of shape " + dims + " are neither vectors, sequences nor images");
        };
    }

    /** Whether the first layers that are not element by element are those for [steps, channels] in Keras. */
    private static boolean leadsToConvolution(KerasLayer from, KerasGraph graph) {
        Set<String> reached = new HashSet<>(Set.of(from.name()));
        for (KerasLayer layer : graph.ordered()) {
            if (layer.inputs().stream().anyMatch(reached::contains)) {
                if (layer.type().endsWith("1D") && !layer.type().contains("Dropout")) {
                    return true;
                }
                if (KerasLayers.isElementwise(layer.type())) {
                    reached.add(layer.name());
                }
            }
        }
        return false;
    }
}
