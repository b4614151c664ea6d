package org.backprop.model.internal.yaml;

/** A value in a YAML text. A node that aliases refer to stands in several places of the tree. */
public sealed interface YamlNode permits ScalarNode, SequenceNode, MappingNode {

    /** Where the value is written. */
    Location location();

    /** Number of nodes in this subtree with aliases expanded, itself and keys included. */
    long size();

    /** Whether there is no value: nothing, {@code ~} or {@code null}. */
    default boolean isNull() {
        return false;
    }
}
