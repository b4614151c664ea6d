package org.backprop.model;

/**
 * Negative log-likelihood of counts under a Poisson distribution, without the term that the output does not change.
 *
 * @param logInput whether the output is the logarithm of the expected count
 * @param epsilon added to the expected count before its logarithm is taken, where the output is not one
 */
@SpecType(
        key = "poisson",
        doc = "Negative log-likelihood of counts under a Poisson distribution.",
        formula = "L = mean (exp(y) - target y); log_input false: L = mean (y - target log(y + epsilon))",
        source = "torch.nn.PoissonNLLLoss")
public record PoissonLoss(
        @SpecParameter(doc = "Whether the output is the logarithm of the expected count.", byDefault = "true")
        boolean logInput,

        @SpecParameter(
                doc = "Added to the expected count before its logarithm is taken.",
                byDefault = "1.0e-8",
                min = 0,
                minExclusive = true,
                max = 1)
        double epsilon)
        implements LossSpec {

    @Override
    public boolean classifies() {
        return false;
    }
}
