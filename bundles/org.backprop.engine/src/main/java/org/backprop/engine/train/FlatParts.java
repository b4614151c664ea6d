package org.backprop.engine.train;

import org.backprop.model.Activation;

/**
 * Where an activation function is so flat that little or no gradient passes.
 *
 * @param endsAtZero whether it is 0, with slope 0, for all arguments below some number, so that a unit can die
 * @param low outputs below are saturated
 * @param high outputs above are saturated
 */
record FlatParts(boolean endsAtZero, float low, float high) {
    private static final float NEAR_ONE = 0.97f;
    private static final float NEAR_ZERO = 1 - NEAR_ONE;
    private static final float NEAR_SIX = 6 * NEAR_ONE;

    static FlatParts of(Activation function) {
        return switch (function) {
            case RELU -> new FlatParts(true, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
            case RELU6 -> new FlatParts(true, Float.NEGATIVE_INFINITY, NEAR_SIX);
            case HARD_SIGMOID -> new FlatParts(true, NEAR_ZERO, NEAR_ONE);
            case SIGMOID -> new FlatParts(false, NEAR_ZERO, NEAR_ONE);
            case TANH, HARD_TANH, SOFTSIGN -> new FlatParts(false, -NEAR_ONE, NEAR_ONE);
            case LINEAR, LEAKY_RELU, ELU, CELU, SELU, GELU, SILU, MISH, SOFTPLUS, SOFTMAX, LOG_SOFTMAX ->
                new FlatParts(false, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
        };
    }

    /** Whether it has a bound that outputs can come near to, 0 of functions that are 0 on one side aside. */
    boolean saturates() {
        return high < Float.POSITIVE_INFINITY;
    }
}
