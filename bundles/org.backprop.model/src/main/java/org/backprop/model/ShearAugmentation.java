package org.backprop.model;

/**
 * Slants images along their rows by an angle uniform between minus and plus the given one; what comes in from outside
 * is 0.
 *
 * @param degrees greatest angle
 */
@SpecType(
        key = "shear",
        doc = "Slants images by a random angle.",
        source = "torchvision.transforms.RandomAffine(shear)")
public record ShearAugmentation(
        @SpecParameter(
                doc = "Greatest angle; the angle is uniform between minus and plus it.",
                byDefault = "10",
                min = 0,
                max = 89,
                unit = "degrees",
                main = true)
        double degrees)
        implements AugmentationSpec {}
