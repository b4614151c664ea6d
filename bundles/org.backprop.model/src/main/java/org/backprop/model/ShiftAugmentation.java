package org.backprop.model;

/**
 * Moves images, each way uniformly up to a fraction of their size; what comes in from outside is 0.
 *
 * @param horizontal greatest shift along the rows, a fraction of the width
 * @param vertical greatest shift along the columns, a fraction of the height
 */
@SpecType(
        key = "shift",
        doc = "Moves images by random fractions of their width and height.",
        source = "torchvision.transforms.RandomAffine(translate)")
public record ShiftAugmentation(
        @SpecParameter(
                doc = "Greatest shift to the left or right, a fraction of the width.",
                byDefault = "0.1",
                min = 0,
                max = 1)
        double horizontal,

        @SpecParameter(
                doc = "Greatest shift up or down, a fraction of the height.",
                byDefault = "0.1",
                min = 0,
                max = 1)
        double vertical)
        implements AugmentationSpec {}
