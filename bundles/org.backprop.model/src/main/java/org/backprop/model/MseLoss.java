package org.backprop.model;

/**
 * Mean squared error over all elements of the batch.
 *
 * @param reduction how the squared errors become one number
 */
@SpecType(
        key = "mse",
        doc = "Mean squared error between output and target.",
        formula = "mean: L = mean (y - target)^2; half_sum: L = mean_n 1/2 sum_k (y[n, k] - target[n, k])^2",
        source = "torch.nn.MSELoss")
public record MseLoss(
        @SpecParameter(
                doc =
                        "Over samples and outputs (mean), or half the sum over the outputs, mean over the samples (half_sum).",
                byDefault = "mean",
                main = true)
        MseReduction reduction)
        implements LossSpec {

    /** The mean. */
    public MseLoss() {
        this(MseReduction.MEAN);
    }

    @Override
    public boolean classifies() {
        return false;
    }
}
