package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.Family;
import org.backprop.model.TrainingSection;
import org.backprop.model.TypeInfo;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/**
 * Puts a value at a path. Keys that are not there are added; the short forms are spelled out where the path goes inside
 * of them: {@code optimizer: adam} becomes {@code optimizer: {adam: {}}}, {@code dense: 10} becomes
 * {@code dense: {units: 10}}, {@code max_pool2d: [2, 3]} becomes {@code max_pool2d: {size: [2, 3]}}. The type that is
 * selected may be left out of the path: {@code training.optimizer.learning_rate}, {@code network.layers.hidden.units}.
 */
final class PathSetter {

    private final List<String> path;
    private final YamlNode value;
    private final Location at;
    private final Problems problems;

    PathSetter(List<String> path, YamlNode value, Location at, Problems problems) {
        this.path = new ArrayList<>(path);
        this.value = value;
        this.at = at;
        this.problems = problems;
    }

    /** The root with the value in it; empty after reporting a problem. */
    Optional<YamlNode> set(YamlNode root) {
        return set(root, 0);
    }

    private Optional<YamlNode> set(YamlNode node, int depth) {
        if (depth == path.size()) {
            return Optional.of(value);
        }
        return switch (node) {
            case MappingNode mapping -> setKey(mapping, depth);
            case SequenceNode list ->
                mainOnly(list, depth).map(mapping -> setKey(mapping, depth)).orElseGet(() -> setItem(list, depth));
            case ScalarNode scalar -> spelledOut(scalar, depth).flatMap(mapping -> setKey(mapping, depth));
        };
    }

    private Optional<YamlNode> setKey(MappingNode mapping, int depth) {
        insertSelectedType(mapping, depth);
        String key = path.get(depth);
        YamlNode old = mapping.entry(key).map(Entry::value).orElse(empty());
        return set(old, depth + 1).map(changed -> Overlay.with(mapping, key, changed, at));
    }

    /** Lets {@code training.optimizer.learning_rate} mean that of the optimizer that the file selects. */
    private void insertSelectedType(MappingNode mapping, int depth) {
        if (depth > 0 && mapping.entries().size() == 1) {
            Catalogue.describe(TrainingSection.class)
                    .parameter(path.get(depth - 1))
                    .flatMap(parameter -> Family.of(parameter.element()))
                    .flatMap(family ->
                            Catalogue.type(family, mapping.entries().getFirst().name()))
                    .filter(type -> type.parameter(path.get(depth)).isPresent())
                    .filter(type -> !namesType(type, depth))
                    .ifPresent(type -> path.add(depth, type.key()));
        }
    }

    /** Whether the word at a depth is the type itself, not its parameter of the same name: {@code schedule.swa_lr.swa_lr}. */
    private boolean namesType(TypeInfo type, int depth) {
        return depth + 1 < path.size() && path.get(depth).equals(type.key());
    }

    private MappingNode empty() {
        return new MappingNode(List.of(), at);
    }

    private Optional<MappingNode> spelledOut(ScalarNode scalar, int depth) {
        if (scalar.isNull()) {
            return Optional.of(empty());
        }
        Optional<MappingNode> mapping = mainOnly(scalar, depth);
        if (mapping.isPresent() && isParameter(depth)) {
            return mapping;
        }
        if (types(scalar.text()).findAny().isPresent()) {
            Entry type = new Entry(scalar, new ScalarNode("", true, scalar.location()));
            return Optional.of(new MappingNode(List.of(type), scalar.location()));
        }
        if (mapping.isEmpty()) {
            problems.error(
                    at,
                    Code.UNKNOWN_NAME,
                    String.join(".", path.subList(0, depth)) + " is a single value: it has no key "
                            + Quote.of(path.get(depth)));
        }
        return mapping;
    }

    /** Whether the key at a depth is a parameter of the type before it, or of every layer, as in {@code activation.function}. */
    private boolean isParameter(int depth) {
        if (depth == 0) {
            return false;
        }
        String type = path.get(depth - 1);
        String key = path.get(depth);
        return types(type).anyMatch(info -> info.parameter(key).isPresent())
                || LayerReader.COMMON.contains(key)
                        && Catalogue.type(Family.LAYER, type).isPresent();
    }

    /** The mapping that a value in place of the parameters of a type stands for. */
    private Optional<MappingNode> mainOnly(YamlNode value, int depth) {
        return types(path.get(Math.max(0, depth - 1)))
                .filter(type -> TypeSelector.standsForMain(value, type))
                .findFirst()
                .flatMap(TypeInfo::mainParameter)
                .map(main -> new Entry(new ScalarNode(main.key(), true, value.location()), value))
                .map(entry -> new MappingNode(List.of(entry), value.location()));
    }

    private static Stream<TypeInfo> types(String key) {
        return Stream.of(Family.values()).flatMap(family -> Catalogue.type(family, key).stream());
    }

    private Optional<YamlNode> setItem(SequenceNode list, int depth) {
        int index = index(list, path.get(depth));
        if (index < 0) {
            problems.error(
                    at,
                    Code.UNKNOWN_NAME,
                    String.join(".", path.subList(0, depth)) + " has no entry " + Quote.of(path.get(depth))
                            + ScalarReader.suggestion(path.get(depth), names(list)));
            return Optional.empty();
        }
        YamlNode item = list.items().get(index);
        insertType(item, depth);
        return set(item, depth + 1).map(changed -> {
            List<YamlNode> items = new ArrayList<>(list.items());
            items.set(index, changed);
            return new SequenceNode(items, list.location());
        });
    }

    /** Lets {@code layers.hidden.units} mean {@code layers.hidden.dense.units}. */
    private void insertType(YamlNode item, int depth) {
        Optional<TypeInfo> type = typeKey(item).flatMap(key -> Catalogue.type(Family.LAYER, key));
        if (depth + 1 < path.size() && type.isPresent() && isInside(type.get(), item, path.get(depth + 1))) {
            path.add(depth + 1, type.get().key());
        }
    }

    /** Whether a key means one inside of the type: its own, and those of all layers unless they stand beside it. */
    private static boolean isInside(TypeInfo type, YamlNode item, String key) {
        boolean beside =
                item instanceof MappingNode mapping && mapping.entry(key).isPresent();
        return type.parameter(key).isPresent() || LayerReader.COMMON.contains(key) && !beside;
    }

    private static int index(SequenceNode list, String segment) {
        if (segment.matches("\\d{1,9}")) {
            int index = Integer.parseInt(segment);
            return index < list.items().size() ? index : -1;
        }
        return names(list).indexOf(segment);
    }

    /** The names of the layers in a list, given or by default. */
    private static List<String> names(SequenceNode list) {
        DefaultNames byDefault = new DefaultNames();
        List<String> names = new ArrayList<>();
        for (YamlNode item : list.items()) {
            String type = typeKey(item).orElse("layer");
            String counted = byDefault.next(type);
            names.add(givenName(item, type).orElse(counted));
        }
        return names;
    }

    private static Optional<String> typeKey(YamlNode item) {
        return switch (item) {
            case ScalarNode scalar -> Optional.of(scalar.text());
            case MappingNode mapping ->
                mapping.entries().stream()
                        .map(Entry::name)
                        .filter(key -> Catalogue.type(Family.LAYER, key).isPresent())
                        .findFirst();
            case SequenceNode list -> Optional.empty();
        };
    }

    private static Optional<String> givenName(YamlNode item, String type) {
        if (!(item instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        Optional<Entry> inside = mapping.entry(type)
                .flatMap(entry -> entry.value() instanceof MappingNode body ? body.entry("name") : Optional.empty());
        return inside.or(() -> mapping.entry("name"))
                .flatMap(e -> e.value() instanceof ScalarNode name ? Optional.of(name.text()) : Optional.empty());
    }
}
