package org.backprop.model;

/**
 * Pads images with zeros on each side and cuts a window of their own size out, at a random place.
 *
 * @param padding zeros on each side
 */
@SpecType(
        key = "crop",
        doc = "Pads images with zeros and cuts a random window of their own size out.",
        source = "torchvision.transforms.RandomCrop(padding)")
public record CropAugmentation(
        @SpecParameter(
                doc = "Zeros on each side.",
                byDefault = "4",
                min = 0,
                max = Size2d.MOST,
                unit = "pixels",
                main = true)
        int padding)
        implements AugmentationSpec {}
