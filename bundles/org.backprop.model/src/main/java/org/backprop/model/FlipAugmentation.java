package org.backprop.model;

/**
 * Mirrors images.
 *
 * @param horizontal probability of swapping left and right
 * @param vertical probability of swapping top and bottom
 */
@SpecType(
        key = "flip",
        doc = "Mirrors images at random.",
        source = "torchvision.transforms.RandomHorizontalFlip, RandomVerticalFlip")
public record FlipAugmentation(
        @SpecParameter(
                doc = "Probability of swapping left and right.",
                byDefault = "0.5",
                min = 0,
                max = 1,
                main = true)
        double horizontal,

        @SpecParameter(doc = "Probability of swapping top and bottom.", byDefault = "0", min = 0, max = 1)
        double vertical)
        implements AugmentationSpec {}
