package org.backprop.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.backprop.model.Analysis;
import org.backprop.model.Layer;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.NetworkSummary;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.backprop.model.Shape;
import org.backprop.model.ShapeException;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.Signature;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.tensor.Tensor;

/**
 * A network with the weights of a training.
 *
 * @param model the model that it was trained from
 * @param input shape of one sample of its input
 * @param weights parameters and statistics as in a PyTorch state dict: {@code <layer>.<role>}; others are not looked at
 */
public record TrainedNetwork(Model model, Shape input, SequencedMap<String, Tensor> weights) {

    /** Copies the map. */
    public TrainedNetwork {
        weights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weights));
    }

    /**
     * Reads the network of a run, from its folder alone where it has a {@code signature.json} or its model gives the shape of
     * the input, else with its data.
     *
     * @param run the folder of the run
     * @param weights a safetensors file with weights of the run
     * @throws IOException if something of it is missing or does not fit; the message names the file
     */
    public static TrainedNetwork read(Path run, Path weights) throws IOException {
        RunFolder folder = new RunFolder(run);
        RunInfo info = RunInfo.read(folder.infoFile());
        Analysis analysis = analyze(folder, info);
        Model model = analysis.model().orElseThrow(() -> invalid(analysis));
        NetworkSummary summary = analysis.network()
                .orElseThrow(() -> new ExchangeException(folder.infoFile()
                        + ": the shape of the input is not known, as the data of the run is gone: bring it back to "
                        + info.model().file()));
        TrainedNetwork network = new TrainedNetwork(
                model,
                summary.layers().getFirst().in(),
                Safetensors.read(weights).tensors());
        network.check(weights);
        return network;
    }

    private static Analysis analyze(RunFolder run, RunInfo info) throws IOException {
        String file = run.infoFile().toString();
        String text = info.configurationText();
        Analysis alone = ModelReader.read(file, text);
        if (alone.model().isEmpty() || alone.network().isPresent()) {
            return alone;
        }
        if (Files.exists(run.signatureFile())) {
            List<Integer> shape = Signature.read(run.signatureFile()).shape();
            return ModelReader.read(file, null, text, Map.of("network.input", shape.toString()));
        }
        Path folder = Path.of(info.model().file()).toAbsolutePath().getParent();
        Analysis withData = ModelReader.read(file, folder, text, Map.of());
        return withData.model().isPresent() ? withData : alone;
    }

    private static ExchangeException invalid(Analysis analysis) {
        Problem first = analysis.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        return new ExchangeException(first.file() + ": " + first.code() + " " + first.message());
    }

    /** That each layer has as many weights as it must have. */
    private void check(Path file) throws ExchangeException {
        for (LayerShapes layer : layers()) {
            long expected = layer.layer().spec().parameters(layer.inputs());
            long found = weights.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(layer.layer().name() + ".")
                            && !entry.getKey().contains(".running_")
                            && !entry.getKey().endsWith(".num_batches_tracked"))
                    .mapToLong(entry -> entry.getValue().elements())
                    .sum();
            if (found != expected) {
                throw new ExchangeException(
                        "%s: layer '%s' has %d weights here, but the model of the run needs %d: take the run's own checkpoint"
                                .formatted(file, layer.layer().name(), found, expected));
            }
        }
    }

    /**
     * A layer and what goes in and out of it.
     *
     * @param layer the layer
     * @param inputs shape of each input for one sample
     * @param output shape of the output for one sample
     */
    public record LayerShapes(Layer layer, List<Shape> inputs, Shape output) {

        /** Copies the list. */
        public LayerShapes {
            inputs = List.copyOf(inputs);
        }
    }

    /** The layers in the order of the model. */
    public List<LayerShapes> layers() throws ExchangeException {
        Map<String, Shape> shapes = new LinkedHashMap<>(Map.of(Layer.INPUT, input));
        List<LayerShapes> layers = new ArrayList<>();
        for (Layer layer : model.network().layers()) {
            List<Shape> inputs = layer.inputs().stream().map(shapes::get).toList();
            try {
                Shape output = layer.spec().output(inputs);
                layers.add(new LayerShapes(layer, inputs, output));
                shapes.put(layer.name(), output);
            } catch (ShapeException e) {
                throw new ExchangeException("layer '" + layer.name() + "': " + e.message(layer.inputs()), e);
            }
        }
        return layers;
    }

    /**
     * A parameter or statistic of a layer, in 32-bit floats.
     *
     * @throws ExchangeException if there is none of this name
     */
    public Tensor weight(String layer, String role) throws ExchangeException {
        Tensor tensor = weights.get(layer + "." + role);
        if (tensor == null) {
            throw new ExchangeException("the weights have no tensor " + layer + "." + role);
        }
        return tensor;
    }
}
