package org.backprop.model;

/**
 * Changes one weight after the other, each drawn at random, and keeps a change if the loss is lower. Needs no gradient.
 *
 * @param range greatest change of a weight
 * @param trials weights that are tried in a step, one after the other
 */
@SpecType(
        key = "random_search",
        doc = "Changes one weight at a time at random and keeps what lowers the loss; on the whole training set.",
        formula = "w_i = w_i + U(-range, range) for a random i, if that lowers the loss",
        source = "Rastrigin 1963; Wasserman 1989, chapter 5")
public record RandomSearch(
        @SpecParameter(
                doc = "Greatest change of a weight.",
                byDefault = "0.5",
                min = 0,
                minExclusive = true,
                main = true)
        double range,

        @SpecParameter(
                doc = "Weights that are tried in a step, one after the other.",
                byDefault = "10",
                min = 1,
                max = 1_000_000)
        int trials)
        implements MinimizerSpec {}
