package org.backprop.model;

import java.util.OptionalInt;

/**
 * Generated colour images of ten figures, shape [3, 32, 32], values from 0 to 1: circle, square, triangle, star, cross,
 * ring, hexagon, heart, crescent and arrow, each of random colour, place, size, direction and texture before a
 * background with clutter.
 *
 * @param samples number of images
 * @param seed seed of the generator
 */
@SpecType(
        key = "shapes",
        doc =
                "Generated 32x32 colour images of ten geometric figures before clutter, the stand-in for CIFAR-10; needs no files.")
public record ShapesData(
        @SpecParameter(
                doc = "Number of images.",
                byDefault = "60000",
                min = 1,
                max = 10_000_000,
                unit = "samples",
                main = true)
        int samples,

        @SpecParameter(doc = "Seed of the generator.", byDefault = "1")
        long seed)
        implements GeneratedData {

    @Override
    public Shape shape() {
        return Shape.of(3, 32, 32);
    }

    @Override
    public OptionalInt classCount() {
        return OptionalInt.of(10);
    }
}
