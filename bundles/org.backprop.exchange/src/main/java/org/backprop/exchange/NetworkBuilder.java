package org.backprop.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import org.backprop.model.Activation;
import org.backprop.model.Analysis;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.backprop.model.Shape;
import org.backprop.model.ShapeException;
import org.backprop.runlog.tensor.Tensor;

import com.google.gson.Gson;

/** Puts a model and its weights together, layer by layer; each is checked as it comes. */
public final class NetworkBuilder {

    private static final Gson JSON = new Gson();
    private static final int LONGEST_NAME = 80;
    private static final long MOST_ELEMENTS = 1L << 28;
    private static final String ACTIVATION = "activation";

    private final Shape input;
    private final ImportReport report;
    private final List<Entry> layers = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    private final SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>(Set.of(Layer.INPUT));

    /** A layer as it stands in the file, and as a record. */
    private record Entry(
            String name, String type, Map<String, Object> parameters, List<String> inputs, LayerSpec spec) {

        Map<String, Object> toFile() {
            Map<String, Object> inside = new LinkedHashMap<>();
            inside.put("name", name);
            inside.put("inputs", inputs);
            inside.putAll(parameters);
            return Map.of(type, inside);
        }
    }

    /**
     * A network without layers.
     *
     * @param input shape of one sample, channels first
     * @param report gets what becomes of the layers
     * @throws ExchangeException if a sample has more than 2<sup>28</sup> elements
     */
    public NetworkBuilder(Shape input, ImportReport report) throws ExchangeException {
        this.input = checked(Layer.INPUT, input);
        this.report = report;
        shapes.put(Layer.INPUT, input);
    }

    /** What is larger is more likely damaged than meant. */
    private static Shape checked(String layer, Shape shape) throws ExchangeException {
        if (shape.size() > MOST_ELEMENTS) {
            throw new ExchangeException("layer '" + layer + "': a sample of shape " + shape + " is too large");
        }
        return shape;
    }

    /** Where to say what is written otherwise. */
    public ImportReport report() {
        return report;
    }

    /** The shape of what a layer gives, or of {@link Layer#INPUT}. */
    public Shape shape(String layer) {
        return shapes.get(layer);
    }

    /**
     * Adds a layer.
     *
     * @param wanted its name in the other tool, from which comes the one here
     * @param type key of its type
     * @param parameters as in a model file; numbers, texts, booleans and lists
     * @param inputs names of layers here
     * @param tensors its parameters and statistics by role
     * @return its name here
     * @throws ExchangeException if the parameters are out of range, the inputs do not fit, or the number of weights
     */
    public String add(
            String wanted,
            String type,
            Map<String, Object> parameters,
            List<String> inputs,
            Map<String, Tensor> tensors)
            throws ExchangeException {
        String name = name(wanted, type);
        LayerSpec spec = spec(wanted, type, parameters);
        List<Shape> ins = inputs.stream().map(shapes::get).toList();
        try {
            shapes.put(name, checked(wanted, spec.output(ins)));
        } catch (ShapeException e) {
            throw new ExchangeException("layer '" + wanted + "': " + e.message(inputs), e);
        }
        long values = tensors.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("running_"))
                .mapToLong(entry -> entry.getValue().elements())
                .sum();
        if (values != spec.parameters(ins)) {
            throw new ExchangeException("layer '%s' has %d weights in the file, but as %s it needs %d"
                    .formatted(wanted, values, type, spec.parameters(ins)));
        }
        tensors.forEach((role, tensor) -> weights.put(name + "." + role, tensor));
        report.carriedOver(tensors.values().stream().mapToLong(Tensor::elements).sum());
        layers.add(new Entry(name, type, parameters, inputs, spec));
        return name;
    }

    /**
     * Gives a layer a function, if it is one that has a setting for it, has none yet, and the function is for it.
     *
     * @return whether it has it now; if not, it takes a layer of its own
     */
    public boolean activate(String layer, Activation function) throws ExchangeException {
        if (layers.isEmpty() || !layers.getLast().name().equals(layer)) {
            return false;
        }
        Entry last = layers.getLast();
        boolean settable = Catalogue.type(Family.LAYER, last.type())
                .orElseThrow()
                .parameter(ACTIVATION)
                .isPresent();
        boolean free = last.spec().outputFunction().orElse(Activation.LINEAR) == Activation.LINEAR;
        if (!settable || !free || function.acrossUnits() && !last.type().equals("dense")) {
            return false;
        }
        Map<String, Object> parameters = new LinkedHashMap<>(last.parameters());
        parameters.put(ACTIVATION, function.key());
        layers.set(
                layers.size() - 1,
                new Entry(
                        last.name(),
                        last.type(),
                        parameters,
                        last.inputs(),
                        spec(last.name(), last.type(), parameters)));
        return true;
    }

    private static LayerSpec spec(String name, String type, Map<String, Object> parameters) throws ExchangeException {
        List<Problem> problems = new ArrayList<>();
        Object value = parameters.isEmpty() ? type : Map.of(type, parameters);
        Optional<Record> spec = ModelReader.readSpec(Family.LAYER, JSON.toJson(value), problems::add);
        return (LayerSpec) spec.orElseThrow(() -> new ExchangeException("layer '" + name + "' cannot be " + type + ": "
                + problems.getFirst().message()));
    }

    /** A name that the model file allows and no other layer has. */
    private String name(String wanted, String type) {
        String cleaned = wanted.replaceAll("[^\\p{L}\\p{N}_-]+", "_").replaceAll("^[_-]+|[_-]+$", "");
        String stem = cleaned.isEmpty() ? type : cleaned.substring(0, Math.min(LONGEST_NAME, cleaned.length()));
        String name = stem;
        for (int count = 2; !names.add(name); count++) {
            name = stem + "_" + count;
        }
        return name;
    }

    /**
     * The network as a model, trained by Adam on data that is yet to be named. A softmax at the end becomes part of the
     * loss, where ours expects it.
     *
     * @param modelName name of the model and of its files
     * @param training what is known about the training, as in a model file
     * @throws ExchangeException if there are no layers, or the model would not be valid
     */
    public ImportedNetwork build(String modelName, Map<String, Object> training) throws ExchangeException {
        if (layers.isEmpty()) {
            throw new ExchangeException("the file has no layers but its input");
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("loss", training.containsKey("loss") ? training.get("loss") : loss());
        section.putAll(training);
        Map<String, Object> network = new LinkedHashMap<>();
        network.put("input", input.dims());
        if (!weights.isEmpty()) {
            network.put("weights", modelName + ".safetensors");
        }
        network.put("layers", layers.stream().map(Entry::toFile).toList());
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("backprop", 1);
        file.put("name", modelName);
        file.put("data", Map.of("npz", ImportedNetwork.placeholder()));
        file.put("network", network);
        file.put("training", section);
        Analysis analysis = ModelReader.read(modelName, JSON.toJson(file));
        return new ImportedNetwork(
                analysis.model()
                        .orElseThrow(() -> new ExchangeException(analysis.problems().stream()
                                .filter(problem -> problem.severity() == Severity.ERROR)
                                .findFirst()
                                .orElseThrow()
                                .message())),
                weights,
                report);
    }

    /** The loss that goes with the function at the end. */
    private Object loss() {
        Entry last = layers.getLast();
        return switch (last.spec().outputFunction().orElse(Activation.LINEAR)) {
            case SOFTMAX -> {
                moveSoftmaxIntoLoss(last);
                yield "cross_entropy";
            }
            case LOG_SOFTMAX -> "nll";
            case SIGMOID -> "bce";
            default -> "mse";
        };
    }

    private void moveSoftmaxIntoLoss(Entry last) {
        if (last.type().equals(ACTIVATION) && layers.size() == 1) {
            return;
        }
        layers.removeLast();
        if (!last.type().equals(ACTIVATION)) {
            Map<String, Object> parameters = new LinkedHashMap<>(last.parameters());
            parameters.remove(ACTIVATION);
            layers.add(new Entry(last.name(), last.type(), parameters, last.inputs(), last.spec()));
        } else if (!last.inputs().equals(List.of(layers.getLast().name()))) {
            layers.add(new Entry(
                    last.name(), ACTIVATION, Map.of("function", Activation.LINEAR.key()), last.inputs(), last.spec()));
        }
        report.changed("The softmax of '" + last.name()
                + "' is part of the loss cross_entropy here; predictions are the same probabilities.");
    }
}
