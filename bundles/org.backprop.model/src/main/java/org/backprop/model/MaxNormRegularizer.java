package org.backprop.model;

/**
 * A bound for the norm of the weights that lead into a unit, restored after each update, as {@code
 * keras.constraints.MaxNorm}. Srivastava et al.: "Dropout", JMLR 2014. Of a tensor with one dimension all elements
 * count as one unit's.
 *
 * @param maxValue greatest Euclidean norm of a unit's weights
 * @param biases whether it is for tensors with one dimension as well
 */
@SpecType(
        key = "max_norm",
        doc = "A bound for the norm of the weights that lead into a unit, restored after each update.",
        formula = "w = w min(1, max_value / (|w| + 1e-7)) for the weights w of each unit",
        source = "keras.constraints.MaxNorm; Srivastava et al. 2014")
public record MaxNormRegularizer(
        @SpecParameter(
                doc = "Greatest Euclidean norm of a unit's weights.",
                byDefault = "2",
                min = 0,
                minExclusive = true,
                main = true)
        double maxValue,

        @SpecParameter(doc = RegularizerSpec.BIASES, byDefault = "false")
        boolean biases)
        implements RegularizerSpec {}
