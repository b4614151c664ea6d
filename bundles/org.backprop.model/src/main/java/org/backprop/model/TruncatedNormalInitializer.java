package org.backprop.model;

import java.util.Optional;

/**
 * Normal values of which those outside of two bounds are drawn again, as {@code torch.nn.init.trunc_normal_}.
 *
 * @param mean mean before the values are cut off, between the bounds
 * @param std standard deviation before the values are cut off
 * @param low the least value
 * @param high the greatest value
 */
@SpecType(
        key = "truncated_normal",
        doc = "Normal values, drawn again where they fall outside of two bounds.",
        formula = "N(mean, std^2) within [low, high]",
        source = "torch.nn.init.trunc_normal_")
public record TruncatedNormalInitializer(
        @SpecParameter(doc = "Mean before the values are cut off.", byDefault = "0", min = -1.0e30, max = 1.0e30)
        double mean,

        @SpecParameter(
                doc = "Standard deviation before the values are cut off.",
                byDefault = "1",
                min = 0,
                minExclusive = true,
                max = 1.0e30,
                main = true)
        double std,

        @SpecParameter(doc = "The least value.", byDefault = "-2", min = -1.0e30, max = 1.0e30)
        double low,

        @SpecParameter(doc = "The greatest value.", byDefault = "2", min = -1.0e30, max = 1.0e30)
        double high)
        implements InitializerSpec, SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        if (!(low < high)) {
            return Optional.of(new Inconsistency("low", "must be less than high"));
        }
        return low <= mean && mean <= high
                ? Optional.empty()
                : Optional.of(new Inconsistency("mean", "must lie between low and high"));
    }
}
