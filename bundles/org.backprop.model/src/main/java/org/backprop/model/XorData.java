package org.backprop.model;

import java.util.OptionalInt;

/**
 * Generated points, uniform in the square from -1 to 1. The class is 0 if both coordinates have the same sign, else 1;
 * the noise is added afterwards.
 *
 * @param samples number of points
 * @param noise standard deviation of the normal noise added to each coordinate
 * @param seed seed of the generator
 */
@SpecType(
        key = "xor",
        doc = "Generated points in the four quadrants; the class is the exclusive or of the signs of x and y.",
        formula = "class = (x > 0) xor (y > 0)")
public record XorData(
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
