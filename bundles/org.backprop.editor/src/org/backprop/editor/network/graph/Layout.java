package org.backprop.editor.network.graph;

import java.util.LinkedHashMap;
import java.util.Map;

import org.backprop.editor.network.graph.Parts.Section;

/**
 * Lays networks out from top to bottom. Chains and blocks are laid out part by part, and parts of the same structure only
 * once: the time grows with the length of the network, and a change costs what it has changed. Not on the UI thread, and
 * not on two threads at once.
 */
public final class Layout {
    private static final int MOST_PIECES = 1000;

    private final double width;
    private final double height;
    private final Map<Part, Piece> pieces = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Part, Piece> eldest) {
            return size() > MOST_PIECES;
        }
    };

    /**
     * A layout that remembers parts of former networks.
     *
     * @param width width of each node in points
     * @param height height of each node in points
     */
    public Layout(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Lays a graph out. */
    public Diagram of(NetworkGraph graph) {
        Column column = new Column(graph);
        for (Section section : new Parts(graph).sections()) {
            column.add(pieces.computeIfAbsent(section.part(), part -> PartLayout.of(part, width, height)), section);
        }
        return column.diagram();
    }
}
