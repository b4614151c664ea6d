package org.backprop.model.internal.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.Code;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.snakeyaml.engine.v2.common.Anchor;

/** Collects the items of a list or the keys and values of a mapping while it is open. */
final class Collector {

    private final boolean mapping;
    private final boolean flow;
    private final int from;
    private final Optional<Anchor> anchor;
    private final Problems problems;
    private final List<YamlNode> items = new ArrayList<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final List<Entry> ordered = new ArrayList<>();
    private YamlNode key;

    Collector(boolean mapping, boolean flow, int from, Optional<Anchor> anchor, Problems problems) {
        this.mapping = mapping;
        this.flow = flow;
        this.from = from;
        this.anchor = anchor;
        this.problems = problems;
    }

    /** Whether it is written in brackets. */
    boolean flow() {
        return flow;
    }

    /** Offset of its first char. */
    int from() {
        return from;
    }

    Optional<Anchor> anchor() {
        return anchor;
    }

    /** Takes the next item; in a mapping, keys and values by turns. */
    void add(YamlNode node) {
        if (!mapping) {
            items.add(node);
        } else if (key == null) {
            key = node;
        } else {
            addEntry(key, node);
            key = null;
        }
    }

    YamlNode finish(Location location) {
        if (key != null) {
            addEntry(
                    key,
                    new ScalarNode(
                            "",
                            true,
                            new Location(location.file(), key.location().position())));
        }
        return mapping ? new MappingNode(ordered, location) : new SequenceNode(items, location);
    }

    private void addEntry(YamlNode keyNode, YamlNode value) {
        if (!(keyNode instanceof ScalarNode scalar)) {
            problems.error(keyNode.location(), Code.YAML_UNSUPPORTED, "a key must be a plain word");
            return;
        }
        Entry entry = new Entry(scalar, value);
        Entry first = entries.putIfAbsent(scalar.text(), entry);
        if (first == null) {
            ordered.add(entry);
        } else {
            problems.error(
                    scalar.location(),
                    Code.DUPLICATE_KEY,
                    Quote.of(scalar.text()) + " is already set on line "
                            + first.key().location().position().line() + ": remove one");
        }
    }
}
