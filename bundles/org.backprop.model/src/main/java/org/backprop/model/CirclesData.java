package org.backprop.model;

import java.util.OptionalInt;

/**
 * Generated points, evenly spaced on a circle of radius 1 and a smaller one around the same centre, as scikit-learn's
 * make_circles.
 *
 * @param samples number of points
 * @param noise standard deviation of the normal noise added to each coordinate
 * @param factor radius of the inner circle
 * @param seed seed of the generator
 */
@SpecType(
        key = "circles",
        doc = "Generated points on a large circle and a small one inside of it, one class each.",
        formula = "class 0: (cos t, sin t), class 1: factor (cos t, sin t), t from 0 to 2 pi",
        source = "sklearn.datasets.make_circles")
public record CirclesData(
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
                byDefault = "0.05",
                min = 0,
                max = 1_000)
        double noise,

        @SpecParameter(
                doc = "Radius of the inner circle; that of the outer one is 1.",
                byDefault = "0.8",
                min = 0,
                max = 1,
                maxExclusive = true)
        double factor,

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
