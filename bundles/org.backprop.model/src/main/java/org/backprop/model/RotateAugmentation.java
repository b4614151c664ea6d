package org.backprop.model;

/**
 * Rotates images around their centre by an angle uniform between minus and plus the given one; what comes in from
 * outside is 0.
 *
 * @param degrees greatest angle
 */
@SpecType(
        key = "rotate",
        doc = "Rotates images around their centre by a random angle.",
        source = "torchvision.transforms.RandomRotation")
public record RotateAugmentation(
        @SpecParameter(
                doc = "Greatest angle; the angle is uniform between minus and plus it.",
                byDefault = "15",
                min = 0,
                max = 180,
                unit = "degrees",
                main = true)
        double degrees)
        implements AugmentationSpec {}
