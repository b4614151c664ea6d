package org.backprop.model;

/**
 * Clips each element of the gradient, as {@code torch.nn.utils.clip_grad_value_}.
 *
 * @param clipValue greatest magnitude of an element
 */
@SpecType(
        key = "value",
        doc = "Clips each element of the gradient.",
        formula = "g = min(max(g, -clip_value), clip_value)",
        source = "torch.nn.utils.clip_grad_value_")
public record ValueClipping(
        @SpecParameter(
                doc = "Greatest magnitude of an element of the gradient.",
                min = 0,
                minExclusive = true,
                main = true)
        double clipValue)
        implements ClippingSpec {}
