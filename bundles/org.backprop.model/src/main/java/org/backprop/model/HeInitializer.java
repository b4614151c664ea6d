package org.backprop.model;

/**
 * Keeps the variance through layers with ReLU, as {@code torch.nn.init.kaiming_uniform_} and {@code kaiming_normal_}
 * for {@code leaky_relu}.
 *
 * @param distribution uniform or normal
 * @param mode which fan decides
 * @param negativeSlope slope of a leaky ReLU behind the layer
 */
@SpecType(
        key = "he",
        doc = "Keeps the variance through layers with ReLU (Kaiming).",
        formula =
                "std = sqrt(2 / (1 + negative_slope^2) / fan); uniform: U(-sqrt(3) std, sqrt(3) std); normal: N(0, std^2)",
        source = "torch.nn.init.kaiming_uniform_, kaiming_normal_; He et al. 2015")
public record HeInitializer(
        @SpecParameter(doc = "The distribution: uniform or normal.", byDefault = "uniform", main = true)
        Distribution distribution,

        @SpecParameter(
                doc = "Keep the variance of the forward pass (fan_in) or of the backward pass (fan_out).",
                byDefault = "fan_in")
        FanMode mode,

        @SpecParameter(doc = "Slope of a leaky ReLU behind the layer.", byDefault = "0", min = 0, max = 1.0e6)
        double negativeSlope)
        implements InitializerSpec {

    @Override
    public boolean needsMatrix() {
        return true;
    }
}
