package org.backprop.exchange.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.TrainedNetwork;
import org.backprop.exchange.TrainedNetwork.LayerShapes;
import org.backprop.exchange.onnx.OnnxModel.Value;
import org.backprop.model.Layer;
import org.backprop.model.Normalization;
import org.backprop.model.Shape;
import org.backprop.runlog.tensor.DType;

import com.google.protobuf.DynamicMessage;

/**
 * Writes a trained network as ONNX in operator set 17, as it predicts: dropout and noise are gone, batch normalization uses
 * its running statistics.
 *
 * <p>The graph takes {@code input}, 32-bit floats [batch, ...] with a batch of any size, scaled as the samples of the
 * training were; it gives {@code output}, what the last layer gives, and {@code probabilities} where the loss makes some of
 * that. Weights keep their names of the state dict.
 */
public final class OnnxExport {

    /** The version of ONNX's set of operators. */
    public static final int OPSET = 17;

    /** Name of the graph's input. */
    public static final String INPUT = "input";

    /** Name of the graph's first output: that of the last layer. */
    public static final String OUTPUT = "output";

    /** Name of the second output, for classes: what a prediction shows. */
    public static final String PROBABILITIES = "probabilities";

    private OnnxExport() {}

    /**
     * Writes a file, replacing an old one.
     *
     * @throws ExchangeException if the network has 2 GiB of weights or more, or lacks some
     */
    public static void write(TrainedNetwork network, Path file) throws IOException {
        DynamicMessage message = OnnxWriter.message(model(network));
        Path target = file.toAbsolutePath();
        if (!Files.isDirectory(target.getParent())) {
            throw new ExchangeException(target.getParent() + ": no such folder");
        }
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                message.writeTo(out);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The network as a graph. */
    static OnnxModel model(TrainedNetwork network) throws ExchangeException {
        Graph graph = new Graph();
        Map<String, String> values = new HashMap<>(Map.of(Layer.INPUT, INPUT));
        Shape shape = network.input();
        String last = INPUT;
        for (LayerShapes layer : network.layers()) {
            List<String> inputs =
                    layer.layer().inputs().stream().map(values::get).toList();
            graph.begin(layer.layer().name());
            last = LayerNodes.add(new Operands(graph, network, layer, inputs));
            shape = layer.output();
            values.put(layer.layer().name(), last);
        }
        graph.add(OUTPUT, "Identity", List.of(last), List.of(OUTPUT), Map.of());
        List<Value> outputs = new ArrayList<>(List.of(value(OUTPUT, shape)));
        Optional<String> opening =
                Probabilities.operator(network.model().training().loss());
        if (opening.isPresent()) {
            outputs.add(value(PROBABILITIES, shape));
            graph.add(PROBABILITIES, opening.get(), List.of(OUTPUT), List.of(PROBABILITIES), Map.of());
        }
        return new OnnxModel(
                network.model().name(),
                OPSET,
                List.of(value(INPUT, network.input())),
                outputs,
                graph.nodes(),
                graph.weights(),
                metadata(network));
    }

    private static Value value(String name, Shape sample) {
        List<Long> shape = new ArrayList<>(List.of(OnnxModel.ANY));
        sample.dims().forEach(size -> shape.add((long) size));
        return new Value(name, DType.F32, shape);
    }

    private static Map<String, String> metadata(TrainedNetwork network) {
        Map<String, String> metadata = new LinkedHashMap<>();
        Normalization scaling = network.model().data().scaling();
        metadata.put("backprop.normalize", scaling.name().toLowerCase(Locale.ROOT));
        return metadata;
    }
}
