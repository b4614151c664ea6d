package org.backprop.model;

/** How the parameters are changed by a gradient. */
public sealed interface OptimizerSpec
        permits GradientDescent,
                Sgd,
                Nesterov,
                Adagrad,
                Adadelta,
                Rmsprop,
                Adam,
                AdamW,
                Amsgrad,
                Adamax,
                Nadam,
                Radam,
                Asgd,
                Rprop,
                Lion,
                Lamb,
                AdaBelief,
                Muon,
                Adafactor,
                SgdBb,
                Sophia,
                MinimizerSpec {

    /** The learning rate at the start. */
    double learningRate();
}
