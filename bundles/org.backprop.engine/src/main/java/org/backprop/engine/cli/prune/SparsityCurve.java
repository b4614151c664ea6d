package org.backprop.engine.cli.prune;

import java.util.List;
import java.util.Optional;

/**
 * How good a network would be at some sparsities by one criterion.
 *
 * @param criterion key of the criterion
 * @param points one for each sparsity
 * @param refusal why the criterion cannot prune the network, or no further
 */
public record SparsityCurve(String criterion, List<SparsityPoint> points, Optional<String> refusal) {

    /** Copies the list. */
    public SparsityCurve {
        points = List.copyOf(points);
    }
}
