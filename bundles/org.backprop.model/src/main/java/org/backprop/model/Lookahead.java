package org.backprop.model;

/**
 * Slow parameters that follow the optimizer's every few updates, and from which the optimizer then goes on. Zhang,
 * Lucas, Hinton, Ba: "Lookahead optimizer: k steps forward, 1 step back", NeurIPS 2019. The optimizer's own state
 * stays.
 *
 * @param steps updates between two corrections
 * @param alpha part of the way that the slow parameters go
 */
@SpecType(
        key = "lookahead",
        doc = "Slow parameters that follow the optimizer's every few updates, and from which it goes on.",
        formula = "every k updates: slow = slow + alpha (w - slow); w = slow",
        source = "arXiv:1907.08610")
public record Lookahead(
        @SpecParameter(
                doc = "Updates between two corrections, k.",
                byDefault = "5",
                min = 1,
                max = 1_000_000,
                unit = "updates")
        int steps,

        @SpecParameter(
                doc = "Part of the way that the slow parameters go.",
                byDefault = "0.5",
                min = 0,
                minExclusive = true,
                max = 1)
        double alpha) {}
