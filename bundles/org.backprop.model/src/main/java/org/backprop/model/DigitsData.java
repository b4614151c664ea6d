package org.backprop.model;

import java.util.OptionalInt;

/**
 * Generated grey images of the ten digits, shape [1, 28, 28], identical on every machine.
 *
 * @param samples number of images
 * @param seed seed of the generator
 */
@SpecType(key = "digits", doc = "Generated 28x28 grey images of handwritten-like digits, 10 classes; needs no files.")
public record DigitsData(
        @SpecParameter(
                doc = "Number of images.",
                byDefault = "70000",
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
        return Shape.of(1, 28, 28);
    }

    @Override
    public OptionalInt classCount() {
        return OptionalInt.of(10);
    }
}
