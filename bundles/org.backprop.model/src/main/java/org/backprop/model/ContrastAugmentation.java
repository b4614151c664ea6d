package org.backprop.model;

/**
 * Multiplies the deviation of images from their mean by a factor uniform in [max(0, 1 - amount), 1 + amount]; the
 * result is not clamped.
 *
 * @param amount greatest change of the factor
 */
@SpecType(
        key = "contrast",
        doc = "Stretches images around their mean by a random factor around 1.",
        formula = "x' = mean + f (x - mean)",
        source = "torchvision.transforms.ColorJitter(contrast)")
public record ContrastAugmentation(
        @SpecParameter(
                doc = "Greatest change; the factor is uniform in [max(0, 1 - amount), 1 + amount].",
                byDefault = "0.2",
                min = 0,
                max = 10,
                main = true)
        double amount)
        implements AugmentationSpec {}
