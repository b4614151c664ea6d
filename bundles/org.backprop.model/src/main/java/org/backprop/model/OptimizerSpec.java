package org.backprop.model;

/** How the parameters are changed by a gradient. */
public sealed interface OptimizerSpec permits Sgd, Adam {

    /** The learning rate at the start. */
    double learningRate();
}
