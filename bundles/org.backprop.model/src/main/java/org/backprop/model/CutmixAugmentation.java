package org.backprop.model;

/**
 * Replaces a rectangle of an image by that of another of the training set. Its area is the share 1 - lambda of the
 * image, with lambda of the distribution Beta(alpha, alpha), its centre uniform; the part within the image counts. The
 * targets are mixed as in {@link MixupAugmentation}.
 *
 * @param alpha parameter of the Beta distribution; the greater, the more equal the shares
 * @param probability probability that a sample is mixed
 */
@SpecType(
        key = "cutmix",
        doc = "Replaces a rectangle of images by that of random others of the training set, and mixes the targets.",
        source = "Yun et al. 2019, arXiv:1905.04899")
public record CutmixAugmentation(
        @SpecParameter(
                doc = "Parameter of the distribution of the shares; the greater, the more equal they are.",
                byDefault = "1",
                min = 0.01,
                max = 4,
                main = true)
        double alpha,

        @SpecParameter(doc = "Probability that a sample is mixed.", byDefault = "1", min = 0, max = 1)
        double probability)
        implements AugmentationSpec {}
