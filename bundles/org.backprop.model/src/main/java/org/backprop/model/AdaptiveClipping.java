package org.backprop.model;

/**
 * Scales the gradient of a unit or tensor down where it is large in proportion to the weights. Brock, De, Smith,
 * Simonyan: "High-performance large-scale image recognition without normalization", ICML 2021.
 *
 * @param clipping greatest ratio of the norms of gradient and weights
 * @param eps the least norm that weights count with, so that those which are 0 can change
 * @param scope whether the norms are those of units or of tensors
 * @param outputLayer whether the last layer with parameters is clipped as well
 */
@SpecType(
        key = "adaptive",
        doc = "Scales the gradient of each unit down where it is large in proportion to the weights.",
        formula = "g = g clipping max(|w|, eps) / |g| where |g| is greater than clipping max(|w|, eps)",
        source = "arXiv:2102.06171")
public record AdaptiveClipping(
        @SpecParameter(
                doc = "Greatest ratio of the norms of gradient and weights.",
                byDefault = "0.01",
                min = 0,
                minExclusive = true,
                main = true)
        double clipping,

        @SpecParameter(
                doc = "The least norm that weights count with.",
                byDefault = "0.001",
                min = 0,
                minExclusive = true)
        double eps,

        @SpecParameter(doc = "Whether the norms are those of units or of tensors.", byDefault = "unit")
        ClippingScope scope,

        @SpecParameter(doc = "Clip the last layer with parameters as well.", byDefault = "false")
        boolean outputLayer)
        implements ClippingSpec {}
