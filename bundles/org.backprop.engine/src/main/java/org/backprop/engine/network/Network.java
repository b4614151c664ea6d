package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Masking;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.layers.Sizes;
import org.backprop.engine.losses.Loss;
import org.backprop.engine.losses.Losses;
import org.backprop.engine.metrics.Measures;
import org.backprop.model.AccuracyMetric;
import org.backprop.model.Layer;
import org.backprop.model.LossSpec;
import org.backprop.model.MetricSpec;
import org.backprop.model.Model;
import org.backprop.model.NetworkSection;
import org.backprop.model.RegularizerSpec;
import org.backprop.model.Shape;
import org.backprop.model.TrainingSection;

/**
 * A model compiled into a static plan of kernel calls. All parameters that are trained lie in one flat float32
 * buffer, their gradients in another, frozen parameters and running statistics in buffers of their own, all activations in
 * an arena that is laid out from the shapes before the
 * first step. Not thread-safe.
 */
public final class Network {

    /** Plans that are kept: the full batch, its two parts, the last batch of training and of validation, one more. */
    private static final int MAX_PLANS = 6;

    private final Kernels kernels;
    private final NetworkSection section;
    private final Graph graph;
    private final Loss loss;
    private final Hits.Of hits;
    private final TrainingSection settings;
    private final boolean severalTargets;
    private final int maxBatch;
    private final int targetColumns;
    private final Map<String, List<RegularizerSpec>> regularizers;
    private final GradientFlow flow;
    private final ArenaLayout layout;
    private final Memory memory;
    private final List<Plan> plans = new ArrayList<>();
    private Plan latest;
    private boolean predicting;

    private Network(Model model, Shape input, Kernels kernels, int maxBatch) {
        this.kernels = kernels;
        this.maxBatch = maxBatch;
        section = model.network();
        graph = new Graph(section, input);
        settings = model.training();
        severalTargets = model.data().predictsNumbers();
        LossSpec spec = settings.loss();
        loss = Losses.compile(spec, graph.nodes().getLast().definition().outputActivation(), outputs());
        regularizers = model.network().layers().stream()
                .filter(layer -> !layer.regularizer().isEmpty())
                .collect(Collectors.toMap(Layer::name, Layer::regularizer));
        hits = hits();
        targetColumns = loss.takesLabels() ? 1 : outputs();
        flow = new GradientFlow(graph);
        layout = new ArenaLayout(graph, flow, targetColumns, loss.workspace(maxBatch, outputs()), maxBatch);
        memory = Memory.allocate(kernels, graph, layout);
    }

    private Network(Network other, Kernels kernels) {
        this.kernels = kernels;
        section = other.section;
        graph = other.graph;
        loss = other.loss;
        settings = other.settings;
        severalTargets = other.severalTargets;
        maxBatch = other.maxBatch;
        targetColumns = other.targetColumns;
        regularizers = other.regularizers;
        flow = other.flow;
        layout = other.layout;
        hits = hits();
        memory = Memory.allocate(kernels, graph, layout);
    }

    private Hits.Of hits() {
        if (loss.takesLabels()) {
            return Hits.ofLabels(kernels);
        }
        return tellsClasses() ? Hits.ofIndicators(settings.loss().threshold()) : Hits::none;
    }

    /**
     * Compiles a model and initialises its parameters from its seed.
     *
     * @param input shape of one sample, after reshaping to the model's {@code network.input} if it has one
     * @param maxBatch largest batch that will be used, at least 1
     * @throws IllegalArgumentException if the model has no layer, or a layer reads an unknown one or one of a shape that it
     *     cannot take; a model that was read without errors has none of these
     */
    public static Network compile(Model model, Shape input, Kernels kernels, int maxBatch) {
        if (model.network().layers().isEmpty()) {
            throw new IllegalArgumentException("the network has no layer");
        }
        if (maxBatch < 1) {
            throw new IllegalArgumentException("the batch size must be positive: " + maxBatch);
        }
        Network network = new Network(model, input, kernels, maxBatch);
        new Initializer(model.training().seed()).initialize(network.graph.nodes(), network.memory);
        return network;
    }

    /** Number of elements of one sample of the output that a model would have for an input of this shape. */
    public static int outputs(Model model, Shape input) {
        Graph graph = new Graph(model.network(), input);
        return graph.size(graph.output());
    }

    /** The same network on other kernels, with memory of its own, which is all zeros. */
    public Network twin(Kernels kernels) {
        return new Network(this, kernels);
    }

    /** The layers that this network is compiled from. */
    public NetworkSection section() {
        return section;
    }

    /** The kernels that this network was compiled for. */
    public Kernels kernels() {
        return kernels;
    }

    /** What this network has allocated outside the Java heap. */
    public NetworkMemory allocated() {
        return NetworkMemory.of(graph, layout);
    }

    /** Largest batch that {@link #plan} accepts. */
    public int maxBatch() {
        return maxBatch;
    }

    /** Number of elements of one sample of the input. */
    public int inputs() {
        return graph.size(0);
    }

    /** Number of elements of one sample of the output. */
    public int outputs() {
        return Sizes.of(graph.nodes().getLast().definition().output());
    }

    /** Whether the targets are class labels (one column) rather than numbers ({@link #outputs} columns). */
    public boolean classifies() {
        return loss.takesLabels();
    }

    /**
     * Whether an output stands for a class, so that an accuracy is defined: if the loss says so or there are several, and
     * the data does not give each output a number of its own.
     */
    public boolean tellsClasses() {
        return !severalTargets && (settings.loss().classifies() || outputs() > 1);
    }

    /** Whether the loss compares classes, or a yes or no for each output. */
    public boolean comparesClasses() {
        return settings.loss().classifies();
    }

    /** What the model wants measured after each epoch, beside loss and accuracy; empty if nothing. */
    public Optional<Measures> measures() {
        List<MetricSpec> more = settings.metrics().stream()
                .filter(metric -> !(metric instanceof AccuracyMetric))
                .toList();
        return more.isEmpty() ? Optional.empty() : Optional.of(new Measures(more, settings.loss(), outputs()));
    }

    /** Number of columns of the targets. */
    public int targetColumns() {
        return targetColumns;
    }

    /** All parameters that are trained, in the order of the flat vector. */
    public List<Parameter> parameters() {
        return parameters(false);
    }

    /** All frozen parameters: training leaves them alone, and no optimizer knows of them. */
    public List<Parameter> frozen() {
        return parameters(true);
    }

    private List<Parameter> parameters(boolean frozen) {
        return graph.nodes().stream()
                .filter(node -> node.frozen() == frozen)
                .flatMap(node -> node.parameters().stream())
                .toList();
    }

    /** The activation that the loss is fused with, if it is: the last one; see {@link Plan#outputGradient}. */
    public Optional<Activation> activationInLoss() {
        return loss.gradientBeforeActivation()
                ? graph.nodes().getLast().definition().outputActivation()
                : Optional.empty();
    }

    /**
     * The layers that diagonal second derivatives cannot be sent back through, see {@link
     * org.backprop.engine.layers.LayerDefinition#squaresSlopes}.
     */
    public List<String> layersWithoutDiagonal() {
        List<Node> executed = graph.executed();
        return IntStream.range(0, executed.size())
                .filter(flow::differentiated)
                .mapToObj(executed::get)
                .filter(node -> !node.definition().squaresSlopes())
                .filter(node -> node.output() != graph.output() || !loss.gradientBeforeActivation())
                .map(Node::name)
                .toList();
    }

    /** The regularizers of a parameter's layer: its own, else those of the training. */
    public List<RegularizerSpec> regularizers(Parameter parameter) {
        return regularizers.getOrDefault(parameter.layer(), settings.regularizer());
    }

    /** All statistics: values that training changes but no optimizer, such as running means. */
    public List<Parameter> statistics() {
        return graph.nodes().stream()
                .flatMap(node -> node.statistics().stream())
                .toList();
    }

    /** The layers that have parameters and are not frozen, in the order of the model. */
    public List<TrainableLayer> trainableLayers() {
        List<TrainableLayer> layers = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.isTrained()) {
                int length =
                        node.parameters().stream().mapToInt(Parameter::length).sum();
                layers.add(new TrainableLayer(
                        node.name(), node.parameters().getFirst().offset(), length));
            }
        }
        return layers;
    }

    /** The layers whose activations are worth watching, in the order of the model. */
    public List<WatchedLayer> watchedLayers() {
        return WatchedLayer.of(graph, section);
    }

    /** The layers that drop units at random while training, in the order of the model. */
    public List<MaskedLayer> maskedLayers() {
        return graph.executed().stream()
                .flatMap(node -> node.definition().masks().stream()
                        .filter(Masking::drops)
                        .map(masking -> new MaskedLayer(node.name(), masking)))
                .toList();
    }

    /**
     * Changes the probability with which a layer drops units, between two steps; for stochastic depth that of dropping the
     * branch.
     *
     * @throws IllegalArgumentException if there is no such layer, it drops nothing, or the rate is not in [0, 1)
     */
    public void setDropoutRate(String layer, double rate) {
        Node node = graph.nodes().stream()
                .filter(known -> known.name().equals(layer))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no layer '" + layer + "'"));
        Masking masking = node.definition()
                .masks()
                .orElseThrow(() -> new IllegalArgumentException("layer '" + layer + "' has no dropout"));
        try {
            masking.setRate(rate);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("layer '" + layer + "': " + e.getMessage(), e);
        }
    }

    /** The names of all layers, in the order of the model. */
    public List<String> layerNames() {
        return graph.nodes().stream().map(Node::name).distinct().toList();
    }

    /** The layers with weights that are trained: parameters with more than one dimension. In the order of the model. */
    public List<WeightLayer> weightLayers() {
        Optional<Node> last = graph.nodes().reversed().stream()
                .filter(node -> !weights(node).isEmpty())
                .findFirst();
        return graph.nodes().stream()
                .filter(node -> !node.frozen() && !weights(node).isEmpty())
                .map(node -> new WeightLayer(
                        node.name(),
                        weights(node),
                        node.definition().hasUnitsInRows() && node != last.orElseThrow(),
                        node.parameters().stream()
                                .skip(1)
                                .filter(parameter -> node.definition().hasUnitsInRows())
                                .findFirst()))
                .toList();
    }

    private static List<Parameter> weights(Node node) {
        return node.parameters().stream()
                .filter(parameter -> parameter.shape().size() > 1)
                .toList();
    }

    /** The flat vector of the parameters that are trained; empty if there are none, else {@code [1, N]}. */
    public Optional<View> parameterVector() {
        return vector(memory.parameters(), graph.parameterCount());
    }

    /** The flat vector of the frozen parameters; empty if there are none, else {@code [1, N]}. */
    public Optional<View> frozenVector() {
        return vector(memory.frozen(), graph.frozenCount());
    }

    /** The flat gradient vector, in the same order; {@code [1, N]}. */
    public Optional<View> gradientVector() {
        return vector(memory.gradients(), graph.parameterCount());
    }

    /** The flat vector of statistics; empty if the network has none, else {@code [1, N]}. */
    public Optional<View> statisticsVector() {
        return vector(memory.statistics(), graph.statisticsCount());
    }

    /** The buffer of the parameters that are trained. */
    public Buffer parameterBuffer() {
        return memory.parameters();
    }

    /** The buffer of the gradients. */
    public Buffer gradientBuffer() {
        return memory.gradients();
    }

    /** All parameters, then all frozen ones, then all statistics, named {@code <layer>.<role>}. */
    public List<TensorView> tensors() {
        List<TensorView> tensors = new ArrayList<>(new TensorCodec(parameters()).views(memory.parameters(), ""));
        tensors.addAll(new TensorCodec(frozen()).views(memory.frozen(), ""));
        tensors.addAll(new TensorCodec(statistics()).views(memory.statistics(), ""));
        return tensors;
    }

    /** Copies of all {@link #tensors}. */
    public List<NamedTensor> state() {
        return tensors().stream().map(TensorView::copy).toList();
    }

    /**
     * Sets all parameters, and the statistics that are given; others keep their values.
     *
     * @throws IllegalArgumentException if the tensors are not those of {@link #state}; the message names the first that is
     *     missing, superfluous or of another shape; then nothing was changed
     */
    public void load(List<NamedTensor> tensors) {
        Set<String> given = tensors.stream().map(NamedTensor::name).collect(Collectors.toSet());
        write(
                tensors,
                statistics().stream()
                        .filter(statistic -> given.contains(statistic.name()))
                        .toList());
    }

    /** Sets all parameters and statistics; as {@link #load}, but none may be missing. */
    public void restore(List<NamedTensor> tensors) {
        write(tensors, statistics());
    }

    private void write(List<NamedTensor> tensors, List<Parameter> statistics) {
        List<Parameter> all = new ArrayList<>(parameters());
        all.addAll(frozen());
        all.addAll(statistics);
        new TensorCodec(all).check(tensors, List.of(""));
        new TensorCodec(parameters()).write(tensors, "", memory.parameters());
        new TensorCodec(frozen()).write(tensors, "", memory.frozen());
        new TensorCodec(statistics).write(tensors, "", memory.statistics());
    }

    private static Optional<View> vector(Buffer buffer, int count) {
        return count == 0 ? Optional.empty() : Optional.of(buffer.view(0, 1, count));
    }

    /**
     * The plan for batches of exactly {@code batch} samples.
     *
     * @throws IllegalArgumentException if batch is not in [1, maxBatch]
     */
    public Plan plan(int batch) {
        if (batch < 1 || batch > maxBatch) {
            throw new IllegalArgumentException("batch of " + batch + " samples, not in 1 to " + maxBatch);
        }
        if (latest == null || latest.input().rows() != batch) {
            latest = planned(batch);
        }
        return latest;
    }

    /** Looks without a map, so that alternating between plans allocates nothing. */
    private Plan planned(int batch) {
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i).input().rows() == batch) {
                return plans.get(i);
            }
        }
        if (plans.size() == MAX_PLANS) {
            plans.removeIf(plan -> plan.input().rows() != maxBatch);
        }
        Plan plan =
                new Plan(new Binder(graph, flow, layout, memory, batch, predicting), graph, loss, targetColumns, hits);
        plans.add(plan);
        return plan;
    }

    /**
     * Lets all plans from now on be for predictions alone, with the parameters as they are and stay: layers most of whose
     * weights are 0 leave those out, where the kernels can and it pays. The outputs may differ by rounding.
     */
    public void predictOnly() {
        predicting = true;
        plans.clear();
        latest = null;
    }

    /**
     * The outputs for some samples: without dropout, normalized by the running statistics.
     *
     * @param features row-major, a multiple of {@link #inputs} values, at least one sample
     * @return row-major, {@link #outputs} values for each sample
     */
    public float[] predict(float[] features) {
        int count = features.length / inputs();
        float[] predictions = new float[Math.multiplyExact(count, outputs())];
        for (int at = 0; at < count; at += maxBatch) {
            Plan plan = plan(Math.min(maxBatch, count - at));
            View input = plan.input();
            input.buffer().write(input.offset(), features, at * inputs(), input.length());
            plan.forward(Pass.INFERENCE);
            View output = plan.output();
            output.buffer().read(output.offset(), predictions, at * outputs(), output.length());
        }
        return predictions;
    }
}
