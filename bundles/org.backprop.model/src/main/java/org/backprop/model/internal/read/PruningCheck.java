package org.backprop.model.internal.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.Conv1dLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.DenseLayer;
import org.backprop.model.DepthwiseConv2dLayer;
import org.backprop.model.FilterNorm;
import org.backprop.model.Fix;
import org.backprop.model.LayerPattern;
import org.backprop.model.LayerSpec;
import org.backprop.model.NeuronActivation;
import org.backprop.model.NeuronInputWeights;
import org.backprop.model.OptimalBrainSurgeon;
import org.backprop.model.PruningSection;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Checks that the network has what is to be pruned, and that what is excluded exists. */
final class PruningCheck {

    private final NetworkDraft network;
    private final Problems problems;
    private final List<String> names;

    PruningCheck(NetworkDraft network, Problems problems) {
        this.network = network;
        this.problems = problems;
        names = network.layers().stream().map(LayerDraft::name).toList();
    }

    /** Checks a section that stands under a key. */
    void check(PruningSection section, Entry pruning) {
        if (!(pruning.value() instanceof MappingNode keys) || network.section().isEmpty()) {
            return;
        }
        keys.entry("exclude").ifPresent(this::checkExcluded);
        Location at = keys.entry("criterion")
                .map(Entry::valueLocation)
                .orElse(pruning.key().location());
        List<Integer> pruned = IntStream.range(0, names.size())
                .filter(layer -> !section.excludes(names.get(layer)) && !isFrozen(layer) && hasWeights(layer))
                .boxed()
                .toList();
        if (pruned.isEmpty()) {
            problems.error(
                    keys.entry("exclude")
                            .map(Entry::valueLocation)
                            .orElse(pruning.key().location()),
                    Code.INCONSISTENT,
                    "pruning has no layer with weights to prune: "
                            + (section.exclude().isEmpty() ? "the network has none that is trained" : "exclude fewer"));
            return;
        }
        missing(section, pruned).ifPresent(message -> problems.error(at, Code.INCONSISTENT, message));
        if (section.criterion() instanceof OptimalBrainSurgeon) {
            checkSize(pruned, at);
        }
    }

    private void checkExcluded(Entry exclude) {
        YamlNode value = exclude.value();
        for (YamlNode item : value instanceof SequenceNode list ? list.items() : List.of(value)) {
            if (item instanceof ScalarNode name) {
                checkExcluded(name.text(), value instanceof SequenceNode ? item.location() : exclude.valueLocation());
            }
        }
    }

    private void checkExcluded(String pattern, Location at) {
        List<Integer> matched = IntStream.range(0, names.size())
                .filter(layer -> new LayerPattern(pattern).matches(names.get(layer)))
                .boxed()
                .toList();
        if (matched.isEmpty()) {
            problems.error(
                    at,
                    Code.UNKNOWN_NAME,
                    "there is no layer " + Quote.of(pattern) + ScalarReader.suggestion(pattern, names),
                    ScalarReader.nearest(at, pattern, names));
        } else if (matched.stream().noneMatch(this::hasWeights)) {
            problems.error(
                    at,
                    Code.INCONSISTENT,
                    "the layer " + Quote.of(pattern) + " has no weights to prune: remove it",
                    List.of(new Fix.Remove(at.position(), pattern)));
        }
    }

    /** Whether a layer may have weights; true where that is not known. */
    private boolean hasWeights(int layer) {
        return network.summaries().size() <= layer
                || network.summaries()
                        .get(layer)
                        .map(summary -> summary.parameters() > 0)
                        .orElse(true);
    }

    private boolean isFrozen(int layer) {
        return network.section().orElseThrow().freeze().stream()
                .anyMatch(pattern -> new LayerPattern(pattern).matches(names.get(layer)));
    }

    private Optional<String> missing(PruningSection section, List<Integer> pruned) {
        List<LayerSpec> specs = pruned.stream()
                .filter(layer -> layer < lastWithWeights())
                .flatMap(layer -> network.layers().get(layer).spec().stream())
                .toList();
        boolean dense = specs.stream().anyMatch(DenseLayer.class::isInstance);
        boolean filters = specs.stream().anyMatch(PruningCheck::hasFilters);
        String wanted = switch (section.criterion()) {
            case FilterNorm norm when !filters -> "a convolution";
            case NeuronInputWeights inputs when !dense -> "a dense layer";
            case NeuronActivation activation when !dense && !filters -> "a dense layer or a convolution";
            default -> "";
        };
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(Catalogue.describe(((Record) section.criterion()).getClass())
                                .key() + " needs " + wanted
                        + " before the last layer, whose units are the network's outputs");
    }

    private static boolean hasFilters(LayerSpec spec) {
        return spec instanceof Conv2dLayer || spec instanceof Conv1dLayer || spec instanceof DepthwiseConv2dLayer;
    }

    private int lastWithWeights() {
        return IntStream.range(0, names.size()).filter(this::hasWeights).max().orElse(0);
    }

    private void checkSize(List<Integer> pruned, Location at) {
        for (int layer : pruned) {
            long parameters = network.summaries().size() <= layer
                    ? 0
                    : network.summaries()
                            .get(layer)
                            .map(summary -> summary.parameters() - summary.out().size())
                            .orElse(0L);
            if (parameters > OptimalBrainSurgeon.MOST_WEIGHTS) {
                problems.error(at, Code.INCONSISTENT, OptimalBrainSurgeon.tooMany(names.get(layer), parameters));
                return;
            }
        }
    }
}
