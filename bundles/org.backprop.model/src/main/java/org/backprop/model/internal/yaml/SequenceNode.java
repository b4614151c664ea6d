package org.backprop.model.internal.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param items its values
 * @param location from the first to the last char
 * @param size number of nodes with aliases expanded
 */
public record SequenceNode(List<YamlNode> items, Location location, long size) implements YamlNode {

    /** Counts the nodes. */
    public SequenceNode(List<YamlNode> items, Location location) {
        this(
                List.copyOf(items),
                location,
                1 + items.stream().mapToLong(YamlNode::size).sum());
    }
}
