package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.LayerSummary;
import org.backprop.model.OutlineNode;
import org.backprop.model.OutlineNode.Kind;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Position;
import org.backprop.model.TrainingSection;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Makes the outline from the tree, whatever is wrong with it. */
final class OutlineBuilder {

    OutlineNode empty(String name) {
        return new OutlineNode(name, "", Kind.MODEL, Position.START, List.of());
    }

    OutlineNode build(String name, MappingNode root, NetworkDraft network) {
        List<OutlineNode> children = new ArrayList<>();
        for (Entry entry : root.entries()) {
            boolean layers = entry.name().equals("network") && entry.value() instanceof MappingNode;
            children.add(layers ? network(entry, network) : section(entry));
        }
        return new OutlineNode(name, "", Kind.MODEL, Position.START, children);
    }

    private static OutlineNode network(Entry entry, NetworkDraft network) {
        List<OutlineNode> children = new ArrayList<>();
        for (Entry child : ((MappingNode) entry.value()).entries()) {
            if (!child.name().equals("layers")) {
                children.add(parameter(child));
            }
        }
        children.addAll(layers(network));
        return node(entry.name(), "", Kind.SECTION, entry.key().location().position(), children);
    }

    /** The layers, those of a block inside of the sum that closes it. */
    private static List<OutlineNode> layers(NetworkDraft network) {
        Map<Integer, List<OutlineNode>> nodes = new HashMap<>();
        for (int i = 0; i < network.layers().size(); i++) {
            LayerDraft layer = network.layers().get(i);
            String shape = network.summaries()
                    .get(i)
                    .map(LayerSummary::out)
                    .map(out -> " " + out)
                    .orElse("");
            List<OutlineNode> inside =
                    Optional.ofNullable(nodes.remove(layer.depth() + 1)).orElse(List.of());
            nodes.computeIfAbsent(layer.depth(), depth -> new ArrayList<>())
                    .add(node(
                            layer.name(),
                            layer.type() + shape,
                            Kind.LAYER,
                            layer.at().position(),
                            inside));
        }
        return nodes.getOrDefault(0, List.of());
    }

    private static OutlineNode section(Entry entry) {
        if (!(entry.value() instanceof MappingNode mapping)) {
            return parameter(entry);
        }
        List<OutlineNode> children = mapping.entries().stream()
                .map(child -> child(entry.name(), child))
                .toList();
        return node(entry.name(), "", Kind.SECTION, entry.key().location().position(), children);
    }

    private static OutlineNode child(String section, Entry entry) {
        Position at = entry.key().location().position();
        if (section.equals("data") && Catalogue.type(Family.DATA, entry.name()).isPresent()) {
            return node(entry.name(), plainDetail(entry), Kind.TYPE, at, parameters(entry.value()));
        }
        boolean family = section.equals("training")
                && Catalogue.describe(TrainingSection.class)
                        .parameter(entry.name())
                        .filter(p -> p.kind() == ParameterInfo.Kind.FAMILY)
                        .isPresent();
        if (family) {
            return selected(entry, at);
        }
        return entry.value() instanceof MappingNode
                ? node(entry.name(), "", Kind.SECTION, at, parameters(entry.value()))
                : parameter(entry);
    }

    private static OutlineNode selected(Entry entry, Position at) {
        return entry.value() instanceof MappingNode mapping
                        && !mapping.entries().isEmpty()
                ? node(
                        entry.name(),
                        shorten(mapping.entries().getFirst().name()),
                        Kind.TYPE,
                        at,
                        parameters(mapping.entries().getFirst().value()))
                : node(entry.name(), plainDetail(entry), Kind.TYPE, at, List.of());
    }

    private static List<OutlineNode> parameters(YamlNode node) {
        return node instanceof MappingNode mapping
                ? mapping.entries().stream().map(OutlineBuilder::parameter).toList()
                : List.of();
    }

    private static OutlineNode parameter(Entry entry) {
        return node(
                entry.name(),
                plainDetail(entry),
                Kind.PARAMETER,
                entry.key().location().position(),
                List.of());
    }

    private static OutlineNode node(
            String label, String detail, Kind kind, Position position, List<OutlineNode> children) {
        return new OutlineNode(shorten(label), detail, kind, position, children);
    }

    private static String plainDetail(Entry entry) {
        return switch (entry.value()) {
            case ScalarNode scalar -> shorten(scalar.text());
            case SequenceNode list ->
                list.items().stream()
                        .limit(8)
                        .map(OutlineBuilder::itemDetail)
                        .collect(Collectors.joining(", ", "[", list.items().size() > 8 ? ", ...]" : "]"));
            case MappingNode mapping -> "";
        };
    }

    /** A value, or the type that a mapping of its parameters belongs to. */
    private static String itemDetail(YamlNode item) {
        return switch (item) {
            case ScalarNode scalar -> shorten(scalar.text());
            case MappingNode type
            when !type.entries().isEmpty() -> shorten(type.entries().getFirst().name());
            default -> "...";
        };
    }

    private static String shorten(String text) {
        String quoted = Quote.of(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
