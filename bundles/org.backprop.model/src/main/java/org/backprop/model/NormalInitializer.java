package org.backprop.model;

/**
 * Normal values, as {@code torch.nn.init.normal_}.
 *
 * @param mean mean
 * @param std standard deviation
 */
@SpecType(key = "normal", doc = "Normal values.", formula = "N(mean, std^2)", source = "torch.nn.init.normal_")
public record NormalInitializer(
        @SpecParameter(doc = "Mean.", byDefault = "0", min = -1.0e30, max = 1.0e30)
        double mean,

        @SpecParameter(doc = "Standard deviation.", byDefault = "1", min = 0, max = 1.0e30, main = true)
        double std)
        implements InitializerSpec {}
