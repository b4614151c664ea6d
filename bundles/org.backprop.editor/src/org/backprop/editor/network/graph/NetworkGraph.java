package org.backprop.editor.network.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.backprop.model.Analysis;
import org.backprop.model.Layer;
import org.backprop.model.LayerSummary;
import org.backprop.model.NetworkSummary;
import org.backprop.model.Problem;
import org.backprop.model.edit.LayerText;

/**
 * The layers of a text as nodes, in the order in which they compute, with what is known of them.
 *
 * @param nodes the input of the network, then the layers
 * @param parameters trainable parameters of the whole network, negative if not known
 * @param flops multiplications and additions of one sample, negative if not known
 * @param activations values of the outputs of all layers for one sample, negative if not known
 * @param batchSize samples in a batch, 0 if not known
 */
public record NetworkGraph(List<Node> nodes, long parameters, long flops, long activations, int batchSize) {

    /** Copies the list. */
    public NetworkGraph {
        nodes = List.copyOf(nodes);
    }

    /** The node with this name. */
    public Optional<Node> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /**
     * The graph of a text.
     *
     * @param layers what stands in the text
     * @param analysis what is known of it
     * @param folded names of the blocks that are drawn as one node
     */
    public static NetworkGraph of(List<LayerText> layers, Analysis analysis, Set<String> folded) {
        return new Builder(layers, analysis, folded).build();
    }

    private static final class Builder {
        private final List<LayerText> layers;
        private final Analysis analysis;
        private final Set<String> folded;
        private final Map<String, LayerSummary> summaries = new HashMap<>();
        private final Map<String, String> blocks = new HashMap<>();
        private final Map<String, String> shownAs = new HashMap<>();
        private final Map<LayerText, List<Problem>> problems = new HashMap<>();

        Builder(List<LayerText> layers, Analysis analysis, Set<String> folded) {
            this.layers = layers;
            this.analysis = analysis;
            this.folded = folded;
            analysis.network().ifPresent(known -> known.layers().forEach(layer -> summaries.put(layer.name(), layer)));
            analysis.problems().forEach(this::assign);
            layers.forEach(layer -> blocks.putIfAbsent(layer.name(), layer.block()));
            layers.forEach(layer -> shownAs.putIfAbsent(layer.name(), shown(layer)));
        }

        /** A problem belongs to the innermost layer around it. */
        private void assign(Problem problem) {
            int at = problem.position().offset();
            layers.stream()
                    .filter(layer -> layer.offset() <= at && at <= layer.offset() + layer.length())
                    .reduce((a, b) -> b.length() < a.length() ? b : a)
                    .ifPresent(layer -> problems.computeIfAbsent(layer, l -> new ArrayList<>())
                            .add(problem));
        }

        /** The name of the node that a layer is drawn as: its own, or that of the folded block that it is in. */
        private String shown(LayerText layer) {
            String shown = layer.name();
            for (String block = layer.block(); !block.isEmpty(); block = blockOf(block)) {
                shown = folded.contains(block) ? block : shown;
            }
            return shown;
        }

        private String blockOf(String name) {
            return blocks.getOrDefault(name, "");
        }

        NetworkGraph build() {
            List<Node> nodes = new ArrayList<>();
            nodes.add(input());
            Set<String> names = new HashSet<>();
            for (LayerText layer : layers) {
                boolean shown = layer.name().equals(shownAs.get(layer.name())) && names.add(layer.name());
                if (shown) {
                    nodes.add(node(layer));
                }
            }
            long activations = analysis.network().stream()
                    .flatMap(known -> known.layers().stream())
                    .mapToLong(layer -> layer.out().size())
                    .sum();
            Optional<NetworkSummary> known = analysis.network();
            return new NetworkGraph(
                    nodes,
                    known.map(NetworkSummary::parameters).orElse(-1L),
                    known.map(NetworkSummary::flops).orElse(-1L),
                    known.isPresent() ? activations : -1,
                    analysis.model().map(model -> model.training().batchSize()).orElse(0));
        }

        private Node input() {
            String shape = analysis.network()
                    .map(known -> known.layers().getFirst().in().toString())
                    .orElse("");
            return new Node(
                    Layer.INPUT,
                    Layer.INPUT,
                    LayerKind.INPUT,
                    "",
                    shape,
                    0,
                    "",
                    false,
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    0);
        }

        private Node node(LayerText layer) {
            boolean isFolded = layer.isBlock() && folded.contains(layer.name());
            List<LayerText> inside = isFolded
                    ? layers.stream()
                            .filter(other -> layer.name().equals(shownAs.get(other.name())))
                            .toList()
                    : List.of(layer);
            Optional<LayerSummary> known = Optional.ofNullable(summaries.get(layer.name()));
            return new Node(
                    layer.name(),
                    layer.type(),
                    LayerKind.of(layer.type()),
                    detail(layer),
                    known.map(summary -> summary.out().toString()).orElse(""),
                    known.isEmpty() ? -1 : parameters(inside),
                    layer.isBlock() && !isFolded ? layer.name() : layer.block(),
                    isFolded,
                    layer.isBlock(),
                    inputs(layer, inside),
                    inside.stream().map(LayerText::name).toList(),
                    inside.stream()
                            .flatMap(other -> problems.getOrDefault(other, List.of()).stream())
                            .toList(),
                    layer.offset(),
                    layer.length());
        }

        private long parameters(List<LayerText> inside) {
            return inside.stream()
                    .map(layer -> summaries.get(layer.name()))
                    .filter(summary -> summary != null)
                    .mapToLong(LayerSummary::parameters)
                    .sum();
        }

        /** The nodes outside of a node that it takes its inputs from. */
        private List<String> inputs(LayerText layer, List<LayerText> inside) {
            Map<String, Boolean> names = new LinkedHashMap<>();
            for (LayerText other : inside) {
                for (String input : other.inputs()) {
                    names.put(shownAs.getOrDefault(input, input), true);
                }
            }
            names.remove(layer.name());
            return List.copyOf(names.keySet());
        }

        private static String detail(LayerText layer) {
            return layer.parameters().entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue().replaceAll("\\s+", " "))
                    .collect(Collectors.joining(", "));
        }
    }
}
