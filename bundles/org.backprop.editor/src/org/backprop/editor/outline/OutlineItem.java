package org.backprop.editor.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.Analysis;
import org.backprop.model.LayerSummary;
import org.backprop.model.OutlineNode;
import org.backprop.model.OutlineNode.Kind;

/**
 * An element of the outline at its place in the tree. While the text is edited the tree keeps its items, which take over
 * what the text says then; so it keeps what is expanded and selected too.
 */
final class OutlineItem {
    private final OutlineItem parent;
    private final List<OutlineItem> children = new ArrayList<>();
    private OutlineNode node;
    private long parameters;

    private OutlineItem(OutlineItem parent, OutlineNode node, Map<String, LayerSummary> layers) {
        this.parent = parent;
        this.node = node;
        parameters = node.kind() == Kind.LAYER && layers.containsKey(node.label())
                ? layers.get(node.label()).parameters()
                : 0;
        for (OutlineNode child : node.children()) {
            children.add(new OutlineItem(this, child, layers));
        }
    }

    /** A copy with all that is below it. */
    private OutlineItem(OutlineItem parent, OutlineItem other) {
        this.parent = parent;
        node = other.node;
        parameters = other.parameters;
        other.children.forEach(child -> children.add(new OutlineItem(this, child)));
    }

    static OutlineItem root(Analysis analysis) {
        Map<String, LayerSummary> layers = new HashMap<>();
        analysis.network().ifPresent(network -> network.layers().forEach(layer -> layers.put(layer.name(), layer)));
        return new OutlineItem(null, analysis.outline(), layers);
    }

    /** Takes over what another item says, but not what is below it; whether it looks different then. */
    boolean adopt(OutlineItem other) {
        boolean same = looksLike(other);
        node = other.node;
        parameters = other.parameters;
        return !same;
    }

    /** Whether another item has the same text and icon. */
    boolean looksLike(OutlineItem other) {
        return node.kind() == other.node.kind()
                && node.label().equals(other.node.label())
                && node.detail().equals(other.node.detail())
                && parameters == other.parameters;
    }

    /** Whether another item is of the same kind and holds as many others; it may only have another name or number. */
    boolean resembles(OutlineItem other) {
        return node.kind() == other.node.kind() && children.size() == other.children.size();
    }

    /** Adds a copy of an item of another tree below this one. */
    OutlineItem insert(int index, OutlineItem other) {
        OutlineItem copy = new OutlineItem(this, other);
        children.add(index, copy);
        return copy;
    }

    /** Removes what is below this one from an index on, up to another. */
    List<OutlineItem> remove(int from, int to) {
        List<OutlineItem> range = children.subList(from, to);
        List<OutlineItem> removed = List.copyOf(range);
        range.clear();
        return removed;
    }

    OutlineItem parent() {
        return parent;
    }

    OutlineNode node() {
        return node;
    }

    List<OutlineItem> children() {
        return children;
    }

    /** Whether it stands before another one of the same parent. */
    boolean isBefore(OutlineItem other) {
        return parent.children.indexOf(this) < parent.children.indexOf(other);
    }

    /** Trainable parameters of a layer; 0 for everything else and where they are not known. */
    long parameters() {
        return parameters;
    }

    /** This item and those below it that hold layers. */
    List<OutlineItem> withLayers() {
        List<OutlineItem> found = new ArrayList<>();
        if (children.stream().anyMatch(child -> child.node.kind() == Kind.LAYER)) {
            found.add(this);
        }
        children.forEach(child -> found.addAll(child.withLayers()));
        return found;
    }

    /** The innermost of the last items that starts at or before {@code offset}; empty if none of the children does. */
    Optional<OutlineItem> at(int offset) {
        OutlineItem found = null;
        for (OutlineItem child : children) {
            if (child.node.position().offset() <= offset) {
                found = child;
            }
        }
        return Optional.ofNullable(found).map(item -> item.at(offset).orElse(item));
    }
}
