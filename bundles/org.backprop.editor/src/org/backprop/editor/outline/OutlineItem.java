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
import org.backprop.model.Position;

/**
 * A node of the outline at its place in the tree. Two items are equal if they stand at the same place, so that the tree
 * keeps what is expanded and selected while the text is edited.
 */
final class OutlineItem {
    private final OutlineItem parent;
    private final int index;
    private final OutlineNode node;
    private final long parameters;
    private final List<OutlineItem> children;

    private OutlineItem(OutlineItem parent, int index, OutlineNode node, Map<String, LayerSummary> layers) {
        this.parent = parent;
        this.index = index;
        this.node = node;
        parameters = node.kind() == Kind.LAYER && layers.containsKey(node.label())
                ? layers.get(node.label()).parameters()
                : 0;
        List<OutlineItem> items = new ArrayList<>();
        for (OutlineNode child : node.children()) {
            items.add(new OutlineItem(this, items.size(), child, layers));
        }
        children = List.copyOf(items);
    }

    static OutlineItem root(Analysis analysis) {
        Map<String, LayerSummary> layers = new HashMap<>();
        analysis.network().ifPresent(network -> network.layers().forEach(layer -> layers.put(layer.name(), layer)));
        return new OutlineItem(null, 0, analysis.outline(), layers);
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

    /** Trainable parameters of a layer; 0 for everything else and where they are not known. */
    long parameters() {
        return parameters;
    }

    /** This item and those below it that hold layers. */
    List<OutlineItem> withLayers() {
        List<OutlineItem> found = new ArrayList<>();
        for (OutlineItem child : children) {
            if (child.node.kind() == Kind.LAYER && !found.contains(this)) {
                found.add(this);
            }
            found.addAll(child.withLayers());
        }
        return found;
    }

    /** The innermost of the last items that starts at or before {@code offset}; empty if none of the children does. */
    Optional<OutlineItem> at(int offset) {
        OutlineItem found = null;
        for (OutlineItem child : children) {
            Position position = child.node.position();
            if (position.offset() <= offset) {
                found = child;
            }
        }
        OutlineItem last = found;
        return Optional.ofNullable(last).map(item -> item.at(offset).orElse(item));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutlineItem item
                && index == item.index
                && (parent == null ? item.parent == null : parent.equals(item.parent));
    }

    @Override
    public int hashCode() {
        return (parent == null ? 0 : parent.hashCode() * 31) + index;
    }
}
