package org.backprop.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.backprop.model.Layer;
import org.backprop.model.LayerSummary;
import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.model.NetworkSummary;
import org.backprop.runlog.compare.Hyperparameters;
import org.backprop.runlog.events.GraphNode;
import org.backprop.runlog.run.RunWriter;

/** Records hyperparameters and graph of a training for TensorBoard. */
final class DescriptionRecorder {
    private static final String INPUTS = "inputs";
    private static final String INPUT_OPERATION = "Placeholder";

    private DescriptionRecorder() {}

    static void record(RunWriter writer, TrainingTask task) throws IOException {
        Map<String, Object> configuration = ModelWriter.resolved(task.model());
        SequencedMap<String, String> values =
                new LinkedHashMap<>(Hyperparameters.of(configuration).values());
        writer.describe(values, graph(task, ModelWriter.text(configuration), values));
    }

    private static List<GraphNode> graph(TrainingTask task, String text, Map<String, String> values) {
        Map<String, String> shape = Map.of("network.input", task.input().dims().toString());
        NetworkSummary network = ModelReader.read(task.model().name(), null, text, shape)
                .network()
                .orElseThrow();
        List<GraphNode> nodes = new ArrayList<>();
        nodes.add(new GraphNode(
                Layer.INPUT, INPUT_OPERATION, List.of(), task.input().dims(), new LinkedHashMap<>()));
        for (LayerSummary layer : network.layers()) {
            nodes.add(new GraphNode(
                    layer.name(), layer.type(), layer.inputs(), layer.out().dims(), settings(layer, values)));
        }
        return nodes;
    }

    private static SequencedMap<String, String> settings(LayerSummary layer, Map<String, String> values) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        String prefix = "network.layers." + layer.name() + ".";
        values.forEach((path, value) -> {
            if (path.startsWith(prefix) && !path.equals(prefix + INPUTS)) {
                settings.put(path.substring(prefix.length()), value);
            }
        });
        settings.put("parameters", Long.toString(layer.parameters()));
        return settings;
    }
}
