package org.backprop.model;

import java.util.Optional;

/**
 * Values between two bounds, each equally likely, as {@code torch.nn.init.uniform_}.
 *
 * @param low the least value
 * @param high the bound above
 */
@SpecType(
        key = "uniform",
        doc = "Values between two bounds, each equally likely.",
        formula = "U(low, high)",
        source = "torch.nn.init.uniform_")
public record UniformInitializer(
        @SpecParameter(doc = "The least value.", byDefault = "0", min = -1.0e30, max = 1.0e30)
        double low,

        @SpecParameter(doc = "The bound above.", byDefault = "1", min = -1.0e30, max = 1.0e30)
        double high)
        implements InitializerSpec, SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        return low <= high ? Optional.empty() : Optional.of(new Inconsistency("low", "must not be greater than high"));
    }
}
