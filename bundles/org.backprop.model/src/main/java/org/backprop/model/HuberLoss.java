package org.backprop.model;

/**
 * Squared for small errors, absolute for large ones.
 *
 * @param delta the error at which it changes over
 */
@SpecType(
        key = "huber",
        doc = "Squared for small errors, absolute for large ones.",
        formula = "L = mean h(y - target); h(e) = e^2 / 2 if |e| <= delta, else delta (|e| - delta / 2)",
        source = "torch.nn.HuberLoss; Huber 1964")
public record HuberLoss(
        @SpecParameter(
                doc = "The error at which it changes over.",
                byDefault = "1",
                min = 0,
                minExclusive = true,
                max = 1.0e6,
                main = true)
        double delta)
        implements LossSpec {

    @Override
    public boolean classifies() {
        return false;
    }
}
