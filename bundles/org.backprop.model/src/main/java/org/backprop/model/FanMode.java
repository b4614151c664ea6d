package org.backprop.model;

/** Which fan of a weight decides the width of its initial values: {@code fan_in} or {@code fan_out}, as in PyTorch. */
public enum FanMode {
    /** The number of inputs of a unit: keeps the variance in the forward pass. */
    FAN_IN,
    /** The number of units that an input goes to: keeps the variance in the backward pass. */
    FAN_OUT
}
