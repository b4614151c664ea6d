package org.backprop.model;

/**
 * A penalty on weights, or a bound for them. A penalty is part of the loss that is minimized, recorded and evaluated
 * (as in Keras), its gradient part of the gradient that is clipped. The weight decay of an optimizer is neither.
 */
public sealed interface RegularizerSpec permits L1Regularizer, L2Regularizer, L1L2Regularizer, MaxNormRegularizer {

    /** The one-line description of {@link #biases}. */
    String BIASES = "Include biases and the parameters of normalizations, all tensors with one dimension.";

    /** Whether it is for tensors with one dimension as well: biases, and scale and shift of normalizations. */
    boolean biases();
}
