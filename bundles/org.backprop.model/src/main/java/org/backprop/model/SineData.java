package org.backprop.model;

import java.util.OptionalInt;

/**
 * A generated regression with one feature, uniform between -1 and 1; the target is its sine with normal noise.
 *
 * @param samples number of points
 * @param periods full waves between -1 and 1
 * @param noise standard deviation of the normal noise added to the target
 * @param seed seed of the generator
 */
@SpecType(
        key = "sine",
        doc = "A generated regression: the sine of one uniform number, with noise in the target.",
        formula = "y = sin(pi periods x) + noise N(0, 1)")
public record SineData(
        @SpecParameter(
                doc = "Number of points.",
                byDefault = "1000",
                min = 1,
                max = 10_000_000,
                unit = "samples",
                main = true)
        int samples,

        @SpecParameter(doc = "Full waves between -1 and 1.", byDefault = "1", min = 0, minExclusive = true, max = 1_000)
        double periods,

        @SpecParameter(
                doc = "Standard deviation of the normal noise added to the target.",
                byDefault = "0.1",
                min = 0,
                max = 1_000)
        double noise,

        @SpecParameter(doc = "Seed of the generator.", byDefault = "1")
        long seed)
        implements GeneratedData {

    @Override
    public Shape shape() {
        return Shape.of(1);
    }

    @Override
    public OptionalInt classCount() {
        return OptionalInt.empty();
    }
}
