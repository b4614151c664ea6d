package org.backprop.model;

/**
 * Removes the filters of convolutions with the least norm, with their biases. Li et al.: "Pruning filters for efficient
 * ConvNets", ICLR 2017.
 *
 * @param p exponent of the norm
 */
@SpecType(
        key = "filter_norm",
        doc = "Removes the filters of convolutions with the least norm, with their biases.",
        formula = "s_j = (sum of |w|^p over the weights w of filter j)^(1 / p)",
        source = "torch.nn.utils.prune.ln_structured(dim=0); Li et al. 2017 (arXiv:1608.08710)")
public record FilterNorm(
        @SpecParameter(
                doc = "Exponent of the norm.",
                byDefault = "1",
                min = 0,
                minExclusive = true,
                max = 100,
                main = true)
        double p)
        implements PruningSpec {

    @Override
    public boolean removesUnits() {
        return true;
    }
}
