package org.backprop.model;

/**
 * Dropout: in training each element is set to 0 with probability {@code rate}. Inverted, the others are divided by {@code
 * 1 - rate} and a prediction hands its input on; else a prediction multiplies by the probability to keep.
 *
 * @param rate probability of dropping an element, in [0, 1)
 * @param scaling where the outputs are scaled so that the expectation is the same in training and prediction
 */
@SpecType(
        key = "dropout",
        doc = "In training, sets each element to 0 with probability rate; scales the others up, or a prediction down.",
        formula =
                "inverted: y = x m / (1 - rate), m ~ Bernoulli(1 - rate); test_time: y = x m, in prediction y = x (1 - rate)",
        source = "torch.nn.Dropout; Srivastava et al. 2014")
public record DropoutLayer(
        @SpecParameter(
                doc = "Probability of dropping an element.",
                byDefault = "0.5",
                min = 0,
                max = 1,
                maxExclusive = true,
                main = true)
        double rate,

        @SpecParameter(
                doc =
                        "Scale in training by 1 / (1 - rate) (inverted, as PyTorch) or in prediction by 1 - rate (test_time, as the paper).",
                byDefault = "inverted")
        DropoutScaling scaling)
        implements UnaryLayer {

    /** Inverted dropout. */
    public DropoutLayer(double rate) {
        this(rate, DropoutScaling.INVERTED);
    }

    @Override
    public Shape output(Shape in) {
        return in;
    }
}
