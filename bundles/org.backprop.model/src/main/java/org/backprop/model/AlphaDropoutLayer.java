package org.backprop.model;

/**
 * Alpha dropout, which keeps mean and variance of the outputs of a selu: a dropped element gets its least value, and
 * all are scaled and shifted.
 *
 * @param rate probability of dropping an element
 */
@SpecType(
        key = "alpha_dropout",
        doc = "In training, sets elements to the least value of selu with probability rate; keeps mean and variance.",
        formula = "y = a (x m + alpha (1 - m)) + b, m ~ Bernoulli(1 - rate), alpha = -1.7581",
        source = "torch.nn.AlphaDropout; Klambauer et al. 2017")
public record AlphaDropoutLayer(
        @SpecParameter(
                doc = "Probability of dropping an element.",
                byDefault = "0.5",
                min = 0,
                max = 1,
                maxExclusive = true,
                main = true)
        double rate)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) {
        return in;
    }
}
