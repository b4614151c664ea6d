package org.backprop.model;

import java.util.OptionalInt;

/**
 * Many settings for a few epochs, the best of them for more, and so on. Jamieson, Talwalkar: "Non-stochastic best arm
 * identification and hyperparameter optimization", AISTATS 2016; Li et al.: "Hyperband", JMLR 18, 2018. A trial that goes
 * on is resumed from its checkpoint.
 *
 * @param trials settings to begin with; 0 stands for all combinations of the listed values ({@code grid} in the file)
 * @param eta one of how many goes on, with how many times the epochs
 * @param minEpochs epochs of the first round
 * @param seed seed of the choice
 */
@SpecType(
        key = "successive_halving",
        doc = "Trains many settings for a few epochs, then the best of them for more, until training.epochs.",
        formula = "round k: the best floor(n / eta^k) settings, until epoch min(min_epochs eta^k, training.epochs)",
        source = "Jamieson, Talwalkar 2016; Li et al. 2018 (arXiv:1603.06560)")
public record SuccessiveHalving(
        @SpecParameter(
                doc = "Settings to begin with, or grid for every combination of the listed values.",
                byDefault = "27",
                min = 1,
                max = SweepSection.MOST_TRIALS,
                unit = "settings",
                zeroWord = "grid",
                main = true)
        int trials,

        @SpecParameter(
                doc = "One of how many settings goes on, with how many times the epochs.",
                byDefault = "3",
                min = 2,
                max = 100)
        int eta,

        @SpecParameter(doc = "Epochs of the first round.", byDefault = "1", min = 1, max = 1_000_000, unit = "epochs")
        int minEpochs,

        @SpecParameter(doc = SearchSpec.SEED, byDefault = "1")
        long seed)
        implements SearchSpec {
    @Override
    public OptionalInt limit() {
        return trials == 0 ? OptionalInt.empty() : OptionalInt.of(trials);
    }
}
