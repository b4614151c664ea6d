package org.backprop.model;

import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How the samples are divided. The three amounts are counts if any of them is greater than 1, else fractions of all
 * samples with a sum of at most 1; what remains is not used. If a file names any amount, then validation and test are 0
 * unless named.
 *
 * @param train amount of training samples, greater than 0
 * @param validation amount of validation samples
 * @param test amount of test samples
 * @param seed seed of the permutation that the split is taken from
 * @param stratified whether each set keeps the proportions of the classes
 */
@SpecType(
        key = "split",
        doc =
                "How the samples are divided into training, validation and test set: fractions (sum at most 1) or counts.")
public record Split(
        @SpecParameter(
                doc = "Training samples: a fraction up to 1, or a count.",
                byDefault = "0.8",
                min = 0,
                minExclusive = true,
                max = Integer.MAX_VALUE,
                unit = "fraction or samples")
        double train,

        @SpecParameter(
                doc = "Validation samples: a fraction up to 1, or a count; 0 if only other amounts are named.",
                byDefault = "0.1",
                min = 0,
                max = Integer.MAX_VALUE,
                unit = "fraction or samples")
        double validation,

        @SpecParameter(
                doc = "Test samples: a fraction up to 1, or a count; 0 if only other amounts are named.",
                byDefault = "0.1",
                min = 0,
                max = Integer.MAX_VALUE,
                unit = "fraction or samples")
        double test,

        @SpecParameter(doc = "Seed of the permutation that the split is taken from.", byDefault = "1")
        long seed,

        @SpecParameter(doc = "Keep the proportions of the classes in each set.", byDefault = "false")
        boolean stratified)
        implements SelfChecking {

    /** Whether the amounts are numbers of samples, not fractions. */
    public boolean counts() {
        return train > 1 || validation > 1 || test > 1;
    }

    /** Number of training samples of so many in all, at most all of them. */
    public long trainingSamples(long samples) {
        return Math.min(samples, Math.round(counts() ? train : train * samples));
    }

    /** The sum of the three amounts. */
    public double total() {
        return train + validation + test;
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        if (!counts()) {
            return total() <= 1 + 1e-9
                    ? Optional.empty()
                    : Optional.of(new Inconsistency(
                            "train",
                            "train, validation and test must sum to at most 1, the sum is "
                                    + Range.text(round(total()))));
        }
        return DoubleStream.of(train, validation, test).allMatch(Split::whole)
                ? Optional.empty()
                : Optional.of(new Inconsistency(
                        fractional(), "must be a whole number of samples, because the split is given in counts"));
    }

    private String fractional() {
        return !whole(train) ? "train" : !whole(validation) ? "validation" : "test";
    }

    private static boolean whole(double amount) {
        return amount == Math.rint(amount);
    }

    private static double round(double sum) {
        return Math.round(sum * 1e6) / 1e6;
    }
}
