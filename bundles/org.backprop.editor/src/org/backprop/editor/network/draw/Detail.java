package org.backprop.editor.network.draw;

/** How much can be seen at a scale. */
enum Detail {
    /** Only where nodes are and of which kind. */
    SPECKS,
    /** Shapes, but no text. */
    SHAPES,
    /** Everything. */
    FULL;

    private static final double LEAST_TEXT = 0.35;
    private static final double LEAST_SHAPE = 0.12;

    /** What can be seen at so many pixels a point. */
    static Detail at(double scale) {
        return scale >= LEAST_TEXT ? FULL : scale >= LEAST_SHAPE ? SHAPES : SPECKS;
    }
}
