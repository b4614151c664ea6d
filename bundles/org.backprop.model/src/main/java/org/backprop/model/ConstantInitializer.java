package org.backprop.model;

/**
 * One value for all elements, as {@code torch.nn.init.constant_}.
 *
 * @param value the value
 */
@SpecType(
        key = "constant",
        doc = "One value for all elements.",
        formula = "w = value",
        source = "torch.nn.init.constant_")
public record ConstantInitializer(
        @SpecParameter(doc = "The value.", min = -1.0e30, max = 1.0e30, main = true)
        double value) implements InitializerSpec {}
