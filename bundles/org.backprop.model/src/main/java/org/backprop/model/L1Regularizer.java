package org.backprop.model;

/**
 * A penalty on the magnitudes of weights, as {@code keras.regularizers.L1}.
 *
 * @param l1 strength
 * @param biases whether it is for tensors with one dimension as well
 */
@SpecType(
        key = "l1",
        doc = "A penalty on the magnitudes of weights, which makes many of them 0.",
        formula = "loss = loss + l1 sum |w|",
        source = "keras.regularizers.L1; Tibshirani 1996")
public record L1Regularizer(
        @SpecParameter(doc = "Strength of the penalty.", byDefault = "0.01", min = 0, main = true)
        double l1,

        @SpecParameter(doc = RegularizerSpec.BIASES, byDefault = "false")
        boolean biases)
        implements RegularizerSpec {}
