package org.backprop.model;

/**
 * Adds normal noise to every value.
 *
 * @param deviation standard deviation of the noise, before normalizing
 */
@SpecType(
        key = "noise",
        doc = "Adds normal noise to every value, of tables too.",
        formula = "x' = x + deviation N(0, 1)")
public record NoiseAugmentation(
        @SpecParameter(
                doc = "Standard deviation of the noise, in the units of the data before normalize.",
                byDefault = "0.05",
                min = 0,
                max = 1_000_000,
                main = true)
        double deviation)
        implements AugmentationSpec {

    @Override
    public boolean imagesOnly() {
        return false;
    }
}
