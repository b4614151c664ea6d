package org.backprop.model;

/**
 * Multiplies images by a factor uniform in [max(0, 1 - amount), 1 + amount]; the result is not clamped.
 *
 * @param amount greatest change of the factor
 */
@SpecType(
        key = "brightness",
        doc = "Multiplies images by a random factor around 1.",
        formula = "x' = f x",
        source = "torchvision.transforms.ColorJitter(brightness)")
public record BrightnessAugmentation(
        @SpecParameter(
                doc = "Greatest change; the factor is uniform in [max(0, 1 - amount), 1 + amount].",
                byDefault = "0.2",
                min = 0,
                max = 10,
                main = true)
        double amount)
        implements AugmentationSpec {}
