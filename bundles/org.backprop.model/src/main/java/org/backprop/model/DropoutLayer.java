package org.backprop.model;

/**
 * Inverted dropout: in training each element is set to 0 with probability {@code rate} and the others are divided by
 * {@code 1 - rate}; in evaluation the input is handed on.
 *
 * @param rate probability of dropping an element, in [0, 1)
 */
@SpecType(
        key = "dropout",
        doc = "In training, sets each element to 0 with probability rate and scales the others up.",
        formula = "y = x m / (1 - rate), m ~ Bernoulli(1 - rate)",
        source = "torch.nn.Dropout; Srivastava et al. 2014")
public record DropoutLayer(
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
