package org.backprop.views.curves;

import java.util.List;

/**
 * What one chart shows.
 *
 * @param group the quantity, or the group of quantities
 * @param lines those with points
 * @param leftOut how many lines are not drawn because there are too many
 * @param bounds what has to be in sight
 * @param horizontal what x counts
 */
public record Plot(String group, List<Line> lines, int leftOut, Bounds bounds, Horizontal horizontal) {
    /** More lines cannot be told apart. */
    static final int MOST_LINES = 30;

    /** Number of recorded values that are NaN or infinite. */
    long nonFinite() {
        return lines.stream().mapToLong(Line::nonFiniteCount).sum();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
