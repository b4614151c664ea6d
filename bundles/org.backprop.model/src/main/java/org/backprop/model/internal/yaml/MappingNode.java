package org.backprop.model.internal.yaml;

import java.util.List;
import java.util.Optional;

/**
 * A mapping from plain words to values.
 *
 * @param entries in the order of the text; keys are unique
 * @param location from the first to the last char
 * @param size number of nodes with aliases expanded
 */
public record MappingNode(List<Entry> entries, Location location, long size) implements YamlNode {

    /** Counts the nodes. */
    public MappingNode(List<Entry> entries, Location location) {
        this(
                List.copyOf(entries),
                location,
                1 + entries.stream().mapToLong(e -> 1 + e.value().size()).sum());
    }

    /** The entry with this key. */
    public Optional<Entry> entry(String key) {
        return entries.stream().filter(e -> e.key().text().equals(key)).findFirst();
    }

    /**
     * A key with its value.
     *
     * @param key the key
     * @param value the value
     */
    public record Entry(ScalarNode key, YamlNode value) {

        /** The key's text. */
        public String name() {
            return key.text();
        }

        /** Where to point to for a problem with the value: the value, or the key if there is nothing behind it. */
        public Location valueLocation() {
            boolean nothing = value.location().position().length() == 0
                    && value.location().file().equals(key.location().file());
            return nothing ? key.location() : value.location();
        }
    }
}
