package org.backprop.model;

/**
 * A penalty on the squares of weights, as {@code keras.regularizers.L2}: without the factor 1/2, so that its gradient
 * is {@code 2 l2 w}.
 *
 * @param l2 strength
 * @param biases whether it is for tensors with one dimension as well
 */
@SpecType(
        key = "l2",
        doc = "A penalty on the squares of weights, which makes them small.",
        formula = "loss = loss + l2 sum w^2",
        source = "keras.regularizers.L2; Hoerl and Kennard 1970")
public record L2Regularizer(
        @SpecParameter(doc = "Strength of the penalty.", byDefault = "0.01", min = 0, main = true)
        double l2,

        @SpecParameter(doc = RegularizerSpec.BIASES, byDefault = "false")
        boolean biases)
        implements RegularizerSpec {}
