package org.backprop.model.internal.read;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;

/**
 * The keys and values that describe one thing.
 *
 * @param owner what they describe, for messages
 * @param at where to point to when one of them is missing
 * @param entries keys and values, each key once
 */
record Fields(String owner, Location at, List<Entry> entries) {

    static Fields none(String owner, Location at) {
        return new Fields(owner, at, List.of());
    }

    static Fields of(String owner, Location at, MappingNode mapping) {
        return new Fields(owner, at, mapping.entries());
    }

    Optional<Entry> entry(String key) {
        return entries.stream().filter(e -> e.name().equals(key)).findFirst();
    }

    boolean has(String key) {
        return entry(key).isPresent();
    }

    /** Where the value of a key stands, or where the whole thing stands if the key is not there. */
    Location valueAt(String key) {
        return entry(key).map(Entry::valueLocation).orElse(at);
    }

    Fields only(Collection<String> keys) {
        return new Fields(
                owner, at, entries.stream().filter(e -> keys.contains(e.name())).toList());
    }

    Fields without(Collection<String> keys) {
        return new Fields(
                owner,
                at,
                entries.stream().filter(e -> !keys.contains(e.name())).toList());
    }
}
