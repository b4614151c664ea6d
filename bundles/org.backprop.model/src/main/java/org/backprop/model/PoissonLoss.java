package org.backprop.model;

/**
 * Negative log-likelihood of counts under a Poisson distribution.
 *
 * @param logInput whether the output is the logarithm of the expected count
 * @param epsilon added to the expected count before its logarithm is taken, where the output is not one
 * @param full whether to add Stirling's approximation of log(target!) for targets above 1, which changes the loss alone
 */
@SpecType(
        key = "poisson",
        doc = "Negative log-likelihood of counts under a Poisson distribution.",
        formula =
                "L = mean (exp(y) - target y); log_input false: L = mean (y - target log(y + epsilon)); full: + target log target - target + log(2 pi target) / 2",
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
        double epsilon,

        @SpecParameter(
                doc = "Add Stirling's approximation of the term that the output does not change.",
                byDefault = "false")
        boolean full)
        implements LossSpec {

    /** Without the term that the output does not change. */
    public PoissonLoss(boolean logInput, double epsilon) {
        this(logInput, epsilon, false);
    }

    @Override
    public boolean classifies() {
        return false;
    }
}
