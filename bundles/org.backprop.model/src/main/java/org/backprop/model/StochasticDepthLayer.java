package org.backprop.model;

/**
 * Stochastic depth: at the end of the branch of a residual block, it drops the whole branch of a sample with
 * probability {@code 1 - survival}; what remains is divided by the probability to survive.
 *
 * @param survival probability that the branch is kept; with decay linear that of the last one
 * @param decay whether all branches have this probability, or it falls linearly from the first to the last
 * @param perSample whether each sample is dropped by itself, not the whole batch as in the paper
 */
@SpecType(
        key = "stochastic_depth",
        doc = "In training, drops the branch of a residual block with a probability; what remains is scaled up.",
        formula =
                "y = x m / p, m ~ Bernoulli(p); p = survival, or 1 - l / L (1 - survival) at the l-th of L with decay linear",
        source = "torchvision.ops.StochasticDepth; Huang et al. 2016 (arXiv:1603.09382)")
public record StochasticDepthLayer(
        @SpecParameter(
                doc = "Probability that the branch is kept; with decay linear that of the last one.",
                byDefault = "0.5",
                min = 0,
                max = 1,
                minExclusive = true,
                main = true)
        double survival,

        @SpecParameter(
                doc = "Whether all branches have this probability, or it falls linearly from the first to the last.",
                byDefault = "linear")
        DepthDecay decay,

        @SpecParameter(
                doc = "Whether each sample is dropped by itself, not the whole batch as in the paper.",
                byDefault = "true")
        boolean perSample)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) {
        return in;
    }
}
