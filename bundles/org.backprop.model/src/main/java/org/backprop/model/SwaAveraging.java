package org.backprop.model;

/**
 * The mean of the parameters at the ends of the last epochs. Izmailov et al.: "Averaging weights leads to wider optima
 * and better generalization", UAI 2018. As {@code torch.optim.swa_utils.AveragedModel}; the learning rate is the
 * schedule's.
 *
 * @param start part of the planned epochs after which the first one is taken
 */
@SpecType(
        key = "swa",
        doc = "The mean of the parameters at the ends of the last epochs, which is evaluated in their place.",
        formula = "average = mean of w at the end of each epoch after start epochs",
        source = "torch.optim.swa_utils.AveragedModel; arXiv:1803.05407")
public record SwaAveraging(
        @SpecParameter(
                doc = "Part of the planned epochs after which averaging begins.",
                byDefault = "0.75",
                min = 0,
                max = 1,
                maxExclusive = true,
                unit = "fraction",
                main = true)
        double start)
        implements AveragingSpec {}
