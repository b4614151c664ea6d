package org.backprop.model;

import java.util.List;

/**
 * An element of a model file for an outline.
 *
 * @param label the key, type or layer name
 * @param detail a short value beside the label, may be empty
 * @param kind what the element is
 * @param position the text to select
 * @param children the elements inside
 */
public record OutlineNode(String label, String detail, Kind kind, Position position, List<OutlineNode> children) {

    /** Copies the list. */
    public OutlineNode {
        children = List.copyOf(children);
    }

    /** What an element is. */
    public enum Kind {
        /** The file. */
        MODEL,
        /** A section: data, network, training and whatever else stands at the top with contents. */
        SECTION,
        /** A layer. */
        LAYER,
        /** A type chosen from a family, such as the optimizer. */
        TYPE,
        /** A key with a value. */
        PARAMETER
    }
}
