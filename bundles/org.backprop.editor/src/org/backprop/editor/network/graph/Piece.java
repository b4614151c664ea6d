package org.backprop.editor.network.graph;

import java.util.List;

import org.backprop.editor.network.graph.Diagram.Area;

/**
 * A part with places: x from its left edge, y from the lower edge of the node above it.
 *
 * @param boxes places of the nodes
 * @param frames places of the frames
 * @param wires for each node the corners of the wires to its inputs, in their order
 * @param entry middle of the node above, NaN if that does not feed the part
 * @param width width of everything
 * @param height height of everything
 */
record Piece(
        List<Area> boxes,
        List<Area> frames,
        List<List<List<double[]>>> wires,
        double entry,
        double width,
        double height) {

    /** Copies the lists. */
    Piece {
        boxes = List.copyOf(boxes);
        frames = List.copyOf(frames);
        wires = List.copyOf(wires);
    }

    /** Middle of the node that feeds what follows. */
    double exit() {
        Area last = boxes.getLast();
        return last.x() + last.width() / 2;
    }
}
