package org.backprop.model;

/** Removes weights at random: what every other criterion must beat. */
@SpecType(
        key = "random",
        doc = "Removes weights at random.",
        formula = "s_k uniform in [0, 1), by the seed and the step",
        source = "torch.nn.utils.prune.random_unstructured")
public record RandomPruning() implements PruningSpec {}
