package org.backprop.model;

/**
 * Simulated annealing: random changes of one weight at a time, some of which are kept although the loss is higher. The
 * best parameters are the result.
 *
 * @param temperature temperature T_max
 * @param boltzmann k: how much worse a loss may be to be accepted at a temperature
 * @param trials weights that are tried in a step, one after the other
 */
@SpecType(
        key = "simulated_annealing",
        doc =
                "Random changes of a weight, kept if the loss is lower or, while it is hot, sometimes if not; on the whole training set.",
        formula =
                "w_i = w_i + dw, density of dw exp(-dw^2 / T^2); kept with probability exp(-c / (k T)) if the loss grows by c; T = temperature / log(1 + t)",
        source = "Kirkpatrick et al. 1983; Geman and Geman 1984; Wasserman 1989, chapter 5")
public record SimulatedAnnealing(
        @SpecParameter(doc = "Temperature T_max.", byDefault = "1", min = 0, minExclusive = true, main = true)
        double temperature,

        @SpecParameter(
                doc = "Boltzmann's constant: how much worse a loss may be to be accepted at a temperature.",
                byDefault = "0.01",
                min = 0,
                minExclusive = true)
        double boltzmann,

        @SpecParameter(
                doc = "Weights that are tried in a step, one after the other.",
                byDefault = "10",
                min = 1,
                max = 1_000_000)
        int trials)
        implements MinimizerSpec {}
