package org.backprop.model;

/**
 * Keeps the variance in both passes through layers that are nearly linear, as {@code torch.nn.init.xavier_uniform_} and
 * {@code xavier_normal_}.
 *
 * @param distribution uniform or normal
 * @param gain factor of the standard deviation
 */
@SpecType(
        key = "glorot",
        doc = "Keeps the variance through tanh and linear layers, forward and backward (Xavier).",
        formula = "std = gain sqrt(2 / (fan_in + fan_out)); uniform: U(-sqrt(3) std, sqrt(3) std); normal: N(0, std^2)",
        source = "torch.nn.init.xavier_uniform_, xavier_normal_; Glorot and Bengio 2010")
public record GlorotInitializer(
        @SpecParameter(doc = "The distribution: uniform or normal.", byDefault = "uniform", main = true)
        Distribution distribution,

        @SpecParameter(doc = "Factor of the standard deviation.", byDefault = "1", min = 0, max = 1.0e6)
        double gain)
        implements InitializerSpec {

    @Override
    public boolean needsMatrix() {
        return true;
    }
}
