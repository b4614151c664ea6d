package org.backprop.model;

/**
 * Sets a square to 0, whose centre is uniform in the image and which may reach over its edge.
 *
 * @param size side of the square
 * @param probability probability that a sample is cut
 */
@SpecType(
        key = "cutout",
        doc = "Sets a square at a random place of images to 0.",
        source = "DeVries and Taylor 2017, arXiv:1708.04552")
public record CutoutAugmentation(
        @SpecParameter(
                doc = "Side of the square.",
                byDefault = "8",
                min = 1,
                max = Size2d.MOST,
                unit = "pixels",
                main = true)
        int size,

        @SpecParameter(doc = "Probability that a sample is cut.", byDefault = "1", min = 0, max = 1)
        double probability)
        implements AugmentationSpec {}
