package org.backprop.model;

/** Removes the weights that are nearest to 0. Han et al., NIPS 2015. */
@SpecType(
        key = "magnitude",
        doc = "Removes the weights that are nearest to 0.",
        formula = "s_k = |w_k|",
        source = "torch.nn.utils.prune.l1_unstructured, global_unstructured; Han et al. 2015 (arXiv:1506.02626)")
public record MagnitudePruning() implements PruningSpec {}
