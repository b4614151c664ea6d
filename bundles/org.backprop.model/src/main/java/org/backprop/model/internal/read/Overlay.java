package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.Code;
import org.backprop.model.Position;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.YamlNode;
import org.backprop.model.internal.yaml.YamlParser;
import org.backprop.model.internal.yaml.YamlTree;

/** Lays values given outside of the file over its tree. */
public final class Overlay {

    private final Problems problems;

    /** An overlay that reports to these problems. */
    public Overlay(Problems problems) {
        this.problems = problems;
    }

    /** The tree with the values at their dotted paths. */
    public YamlTree apply(YamlTree tree, Map<String, String> overrides) {
        YamlTree result = tree;
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            if (result.root().isPresent()) {
                result = apply(result, override.getKey(), override.getValue());
            }
        }
        return result;
    }

    private YamlTree apply(YamlTree tree, String path, String text) {
        String file = "--set " + path;
        Location start = new Location(file, Position.START);
        List<String> segments = List.of(path.split("\\.", -1));
        if (segments.stream().anyMatch(String::isBlank)) {
            problems.error(start, Code.UNKNOWN_NAME, "a path consists of keys with dots between, as training.epochs");
            return tree;
        }
        YamlTree value = YamlParser.parse(file, text, problems);
        if (!value.complete()) {
            return tree;
        }
        YamlNode node = value.root().orElse(new ScalarNode("", true, start));
        Optional<YamlNode> root =
                new PathSetter(segments, node, start, problems).set(tree.root().get());
        return new YamlTree(root.or(tree::root), tree.complete());
    }

    /**
     * A tree with the value at a path.
     *
     * @param at where a problem with the path is reported
     * @return empty after reporting a problem
     */
    public static Optional<YamlNode> set(
            YamlNode root, List<String> path, YamlNode value, Location at, Problems problems) {
        return new PathSetter(path, value, at, problems).set(root);
    }

    /** A mapping with a value put in place of an entry's value, or added. */
    static MappingNode with(MappingNode mapping, String key, YamlNode value, Location keyLocation) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        boolean replaced = false;
        for (MappingNode.Entry entry : mapping.entries()) {
            boolean here = entry.name().equals(key);
            entries.add(here ? new MappingNode.Entry(entry.key(), value) : entry);
            replaced |= here;
        }
        if (!replaced) {
            entries.add(new MappingNode.Entry(new ScalarNode(key, true, keyLocation), value));
        }
        return new MappingNode(entries, mapping.location());
    }
}
