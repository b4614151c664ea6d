package org.backprop.model;

/**
 * Scales the whole gradient down to a norm, as {@code torch.nn.utils.clip_grad_norm_}. Pascanu, Mikolov, Bengio: "On
 * the difficulty of training recurrent neural networks", ICML 2013.
 *
 * @param maxNorm greatest Euclidean norm of the gradient of all parameters together
 */
@SpecType(
        key = "global_norm",
        doc = "Scales the whole gradient down to a norm.",
        formula = "g = g min(1, max_norm / (|g| + 1e-6)), |g| over all parameters",
        source = "torch.nn.utils.clip_grad_norm_; arXiv:1211.5063")
public record GlobalNormClipping(
        @SpecParameter(
                doc = "Greatest Euclidean norm of the gradient of all parameters together.",
                min = 0,
                minExclusive = true,
                main = true)
        double maxNorm)
        implements ClippingSpec {}
