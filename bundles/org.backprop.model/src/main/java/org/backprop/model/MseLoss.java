package org.backprop.model;

/** Mean squared error over all elements of the batch. */
@SpecType(
        key = "mse",
        doc = "Mean squared error between output and target.",
        formula = "L = mean (y - target)^2",
        source = "torch.nn.MSELoss")
public record MseLoss() implements LossSpec {}
