package org.backprop.editor.network.draw;

import java.util.OptionalDouble;

import org.backprop.editor.network.graph.Node;

/** Something that was measured of nodes, which then have shades in place of the hues of their kinds. */
public interface Tint {

    /** Between the least (0) and the greatest (1) of all nodes; empty if it was not measured of this one. */
    OptionalDouble shade(Node node);

    /** What was measured, in words; empty for nothing. */
    String text(Node node);
}
