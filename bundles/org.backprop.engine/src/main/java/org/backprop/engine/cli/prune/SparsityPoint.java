package org.backprop.engine.cli.prune;

import org.backprop.engine.pruning.Quality;

/**
 * How good a network would be at a sparsity.
 *
 * @param asked the sparsity that was asked for
 * @param sparsity share of the weights that would be removed
 * @param quality how good it would be
 */
public record SparsityPoint(double asked, double sparsity, Quality quality) {}
