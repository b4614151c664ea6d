package org.backprop.engine.optimizers;

/** A number in an update rule that changes from step to step. */
@FunctionalInterface
interface Coefficient {

    /** Its value in an update, counted from 1, with the learning rate of that update. */
    double at(long step, double learningRate);
}
