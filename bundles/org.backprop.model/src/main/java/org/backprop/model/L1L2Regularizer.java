package org.backprop.model;

/**
 * Both penalties, as {@code keras.regularizers.L1L2}.
 *
 * @param l1 strength of the penalty on magnitudes
 * @param l2 strength of the penalty on squares
 * @param biases whether it is for tensors with one dimension as well
 */
@SpecType(
        key = "l1_l2",
        doc = "A penalty on the magnitudes and one on the squares of weights.",
        formula = "loss = loss + l1 sum |w| + l2 sum w^2",
        source = "keras.regularizers.L1L2; Zou and Hastie 2005")
public record L1L2Regularizer(
        @SpecParameter(doc = "Strength of the penalty on magnitudes.", byDefault = "0.01", min = 0)
        double l1,

        @SpecParameter(doc = "Strength of the penalty on squares.", byDefault = "0.01", min = 0)
        double l2,

        @SpecParameter(doc = RegularizerSpec.BIASES, byDefault = "false")
        boolean biases)
        implements RegularizerSpec {}
