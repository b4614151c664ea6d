package org.backprop.model;

/**
 * Fast simulated annealing: steps of the Cauchy distribution, which is seldom far from 0 but then very far, allow the
 * temperature to fall faster. The best parameters are the result.
 *
 * @param temperature temperature T_max
 * @param boltzmann k: how much worse a loss may be to be accepted at a temperature
 * @param trials weights that are tried in a step, one after the other
 */
@SpecType(
        key = "cauchy_annealing",
        doc =
                "Simulated annealing with steps of the Cauchy distribution, which can cool faster; on the whole training set.",
        formula =
                "w_i = w_i + T tan(u), u uniform in (-pi/2, pi/2); kept with probability exp(-c / (k T)) if the loss grows by c; T = temperature / (1 + t)",
        source = "Szu and Hartley 1987; Wasserman 1989, chapter 5")
public record CauchyAnnealing(
        @SpecParameter(doc = "Temperature T_max.", byDefault = "5", min = 0, minExclusive = true, main = true)
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
