package org.backprop.model;

/**
 * Mixes a sample with another of the training set: {@code lambda x + (1 - lambda) x'} with lambda of the distribution
 * Beta(alpha, alpha), drawn for each sample. A number to predict is mixed likewise; of two classes one is taken, the
 * first with probability lambda, which is the mixed target in expectation.
 *
 * @param alpha parameter of the Beta distribution; the greater, the more equal the shares
 * @param probability probability that a sample is mixed
 */
@SpecType(
        key = "mixup",
        doc = "Mixes samples with random others of the training set, and their targets.",
        formula = "x = lambda x1 + (1 - lambda) x2, lambda ~ Beta(alpha, alpha)",
        source = "Zhang et al. 2018, arXiv:1710.09412")
public record MixupAugmentation(
        @SpecParameter(
                doc = "Parameter of the distribution of the shares; the greater, the more equal they are.",
                byDefault = "0.2",
                min = 0.01,
                max = 4,
                main = true)
        double alpha,

        @SpecParameter(doc = "Probability that a sample is mixed.", byDefault = "1", min = 0, max = 1)
        double probability)
        implements AugmentationSpec {

    @Override
    public boolean imagesOnly() {
        return false;
    }
}
