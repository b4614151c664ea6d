package org.backprop.engine.cli.prune;

import java.util.List;
import java.util.Optional;

/**
 * How good a network would be at some sparsities by one criterion.
 *
 * @param criterion key of the criterion
 * @param points one for each sparsity
 * @param refusal why the criterion cannot prune the network; then there are no points
 */
public record SparsityCurve(String criterion, List<SparsityPoint> points, Optional<String> refusal) {

    /** Copies the list. */
    public SparsityCurve {
        points = List.copyOf(points);
    }

    /** A curve of points. */
    public static SparsityCurve of(String criterion, List<SparsityPoint> points) {
        return new SparsityCurve(criterion, points, Optional.empty());
    }

    /** A criterion that cannot prune the network. */
    public static SparsityCurve refused(String criterion, String why) {
        return new SparsityCurve(criterion, List.of(), Optional.of(why));
    }
}
