package org.backprop.model;

import java.util.OptionalInt;

/**
 * Generated points on spiral arms that start at the origin and end on the unit circle, one class an arm. Along each arm
 * the points are evenly spaced in radius.
 *
 * @param samples number of points
 * @param classes number of arms
 * @param turns how often each arm winds around the origin
 * @param noise standard deviation of the normal noise added to each coordinate
 * @param seed seed of the generator
 */
@SpecType(
        key = "spirals",
        doc = "Generated points on interleaved spiral arms, one class an arm; a linear model cannot separate them.",
        formula =
                "r = k / n, x = r cos(2 pi (turns r + c / classes)), y = r sin(2 pi (turns r + c / classes)) for point k of the n of class c")
public record SpiralsData(
        @SpecParameter(
                doc = "Number of points.",
                byDefault = "1000",
                min = 1,
                max = 10_000_000,
                unit = "samples",
                main = true)
        int samples,

        @SpecParameter(doc = "Number of arms, a class each.", byDefault = "2", min = 2, max = 1_000, unit = "classes")
        int classes,

        @SpecParameter(
                doc = "How often each arm winds around the origin.",
                byDefault = "1.5",
                min = 0,
                minExclusive = true,
                max = 100)
        double turns,

        @SpecParameter(
                doc = "Standard deviation of the normal noise added to each coordinate.",
                byDefault = "0.02",
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
        return OptionalInt.of(classes);
    }
}
