package org.backprop.model.diff;

import java.util.List;
import java.util.Optional;

/**
 * Something that two model files have different.
 *
 * @param kind how
 * @param element what
 * @param label its key, or the full name of the layer; the new one where that has changed
 * @param left where it stands in the left text; empty if it was added
 * @param right where it stands in the right text; empty if it was removed
 * @param children what is different inside of it; none inside of what was added or removed
 */
public record Difference(
        Kind kind,
        Element element,
        String label,
        Optional<Side> left,
        Optional<Side> right,
        List<Difference> children) {

    /** Copies the list. */
    public Difference {
        children = List.copyOf(children);
    }

    /** How something is different. */
    public enum Kind {
        /** It is only in the right text. */
        ADDED,
        /** It is only in the left text. */
        REMOVED,
        /** It has another value, or something inside of it is different. */
        CHANGED,
        /** It stands at another place of its list; something inside of it may be different too. */
        MOVED
    }

    /** What is different. */
    public enum Element {
        /** A section, or another key with keys inside of it. */
        SECTION,
        /** A layer, or a block of layers. */
        LAYER,
        /** A key with a value. */
        PARAMETER
    }

    /**
     * A part of one of the texts.
     *
     * @param value the value in short; of a layer its type
     * @param offset where the part starts
     * @param length its length
     */
    public record Side(String value, int offset, int length) {}
}
