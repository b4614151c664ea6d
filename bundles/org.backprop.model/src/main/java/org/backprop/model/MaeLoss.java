package org.backprop.model;

/** Mean absolute error over all elements of the batch. */
@SpecType(
        key = "mae",
        doc = "Mean absolute error between output and target: outliers count less than with mse.",
        formula = "L = mean |y - target|",
        source = "torch.nn.L1Loss")
public record MaeLoss() implements LossSpec {

    @Override
    public boolean classifies() {
        return false;
    }
}
