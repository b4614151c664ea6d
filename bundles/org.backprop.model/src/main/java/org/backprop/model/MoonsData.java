package org.backprop.model;

import java.util.OptionalInt;

/**
 * Generated points, evenly spaced on two interleaving half circles, as scikit-learn's make_moons.
 *
 * @param samples number of points
 * @param noise standard deviation of the normal noise added to each coordinate
 * @param seed seed of the generator
 */
@SpecType(
        key = "moons",
        doc = "Generated points on two interleaving half circles, one class each.",
        formula = "class 0: (cos t, sin t), class 1: (1 - cos t, 1/2 - sin t), t from 0 to pi",
        source = "sklearn.datasets.make_moons")
public record MoonsData(
        @SpecParameter(
                doc = "Number of points.",
                byDefault = "1000",
                min = 1,
                max = 10_000_000,
                unit = "samples",
                main = true)
        int samples,

        @SpecParameter(
                doc = "Standard deviation of the normal noise added to each coordinate.",
                byDefault = "0.1",
                min = 0,
                max = 1_000)
        double noise,

        @SpecParameter(doc = "Seed of the generator.", byDefault = "1")
        long seed)
        implements GeneratedData {

    @Override
    public Shape shape() {
        return POINT;
    }

    @Override
    public OptionalInt classCount() {
        return OptionalInt.of(2);
    }
}
