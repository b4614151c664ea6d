package org.backprop.model;

/**
 * Gives the sum of a unit's weighted inputs the variance of an input, which SELU networks need too.
 *
 * @param distribution uniform or normal
 */
@SpecType(
        key = "lecun",
        doc = "Keeps the variance through linear and SELU layers.",
        formula = "std = 1 / sqrt(fan_in); uniform: U(-sqrt(3) std, sqrt(3) std); normal: N(0, std^2)",
        source = "torch.nn.init.kaiming_normal_ with nonlinearity linear; LeCun et al. 1998, Efficient BackProp")
public record LecunInitializer(
        @SpecParameter(doc = "The distribution: uniform or normal.", byDefault = "uniform", main = true)
        Distribution distribution)
        implements InitializerSpec {

    @Override
    public boolean needsMatrix() {
        return true;
    }
}
