package org.backprop.model;

/**
 * Scales the gradient of each layer down to a norm: {@code torch.nn.utils.clip_grad_norm_} on the parameters of each
 * layer.
 *
 * @param maxNorm greatest Euclidean norm of the gradient of one layer's parameters
 */
@SpecType(
        key = "layer_norm",
        doc = "Scales the gradient of each layer down to a norm.",
        formula = "g = g min(1, max_norm / (|g| + 1e-6)), |g| over the parameters of a layer",
        source = "torch.nn.utils.clip_grad_norm_ for each layer")
public record LayerNormClipping(
        @SpecParameter(
                doc = "Greatest Euclidean norm of the gradient of one layer's parameters.",
                min = 0,
                minExclusive = true,
                main = true)
        double maxNorm)
        implements ClippingSpec {}
