package org.backprop.exchange.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.ImportReport;
import org.backprop.exchange.ImportedNetwork;
import org.backprop.exchange.NetworkBuilder;
import org.backprop.exchange.onnx.OnnxModel.Node;
import org.backprop.exchange.onnx.OnnxModel.Value;
import org.backprop.model.Layer;
import org.backprop.model.Shape;

/**
 * Reads networks from ONNX, of operator sets 7 and later: graphs with one input [batch, ...] that are made of layers that we
 * have, as PyTorch, Keras and we ourselves write them. The network predicts what the first output gives; operations that
 * have no equal here are refused by name.
 */
public final class OnnxImport {

    private static final int OLDEST = 7;

    private OnnxImport() {}

    /**
     * Reads a file.
     *
     * @param name name of the model here
     * @throws IOException if it cannot be read or carried over; the message names the file or the operation
     */
    public static ImportedNetwork read(Path file, String name) throws IOException {
        OnnxModel model = OnnxReader.read(file);
        String fileName = file.getFileName().toString();
        check(model, fileName);
        String producer = model.metadata().get("producer");
        ImportReport report = new ImportReport(fileName + " (ONNX, operator set " + model.opset()
                + (producer.isEmpty() ? "" : ", by " + producer) + ")");
        String output = model.outputs().getFirst().name();
        Patterns patterns = Patterns.of(model);
        Value input = model.inputs().getFirst();
        Shape shape =
                new Shape(input.shape().stream().skip(1).map(Math::toIntExact).toList());
        NetworkBuilder builder = new NetworkBuilder(shape, report);
        Map<String, Flow> flows = new HashMap<>(Map.of(input.name(), Flow.of(Layer.INPUT, shape)));
        for (Node node : patterns.leadingTo(output)) {
            new Operation(node, builder, flows, patterns).add();
        }
        Flow end = flows.get(output);
        if (end == null) {
            throw new ExchangeException(fileName + ": nothing makes the output '" + output + "'");
        }
        end.materialized(builder, name(output));
        others(model, report);
        return builder.build(name, training(model, patterns));
    }

    private static void check(OnnxModel model, String file) throws ExchangeException {
        if (model.opset() < OLDEST) {
            throw new ExchangeException(file + " uses operator set " + model.opset() + "; those from " + OLDEST
                    + " on are read: convert it with onnx.version_converter");
        }
        if (model.inputs().size() != 1 || model.outputs().isEmpty()) {
            throw new ExchangeException(file + " has " + model.inputs().size() + " inputs and "
                    + model.outputs().size() + " outputs, but networks have one input here");
        }
        List<Long> shape = model.inputs().getFirst().shape();
        if (shape.size() < 2
                || shape.stream().skip(1).anyMatch(size -> size == OnnxModel.ANY || size > Integer.MAX_VALUE)) {
            throw new ExchangeException(file + ": the input '"
                    + model.inputs().getFirst().name() + "' must have a fixed shape but for the batch in front, is "
                    + shape + " (" + OnnxModel.ANY + " is not fixed): export it with a fixed size");
        }
    }

    /** The loss that makes of the first output what a second one is: as we write it. */
    private static Map<String, Object> training(OnnxModel model, Patterns patterns) {
        if (model.outputs().size() == 2) {
            Node opening = patterns.maker(model.outputs().getLast().name());
            if (opening != null
                    && opening.inputs().contains(model.outputs().getFirst().name())) {
                switch (opening.operator()) {
                    case "Softmax" -> {
                        return Map.of("loss", "cross_entropy");
                    }
                    case "Sigmoid" -> {
                        return Map.of("loss", Map.of("bce", Map.of("from_logits", true)));
                    }
                    default -> {
                        return Map.of();
                    }
                }
            }
        }
        return Map.of();
    }

    private static void others(OnnxModel model, ImportReport report) {
        model.outputs().stream()
                .skip(1)
                .map(Value::name)
                .filter(other -> !other.equals(OnnxExport.PROBABILITIES))
                .forEach(other -> report.leftOut("The output '" + other + "': networks have one output here."));
    }

    /** A layer's name from that of a node or value. */
    static String name(String name) {
        return name.replaceFirst("^/+", "");
    }
}
