package org.backprop.ui.tests;

/** Texts of model files for tests. */
final class Samples {
    /** A small complete model without problems. */
    static final String MODEL = """
            backprop: 1
            name: small
            data:
              digits: {samples: 100, seed: 1}
              split: {train: 80, validation: 20, test: 0}
            network:
              layers:
                - flatten
                - dense: {name: hidden, units: 16, activation: relu}
                - dense: {name: scores, units: 10}
                - activation: log_softmax
            training:
              loss: nll   # negative log-likelihood
              optimizer: {adam: {learning_rate: 0.001}}
              batch_size: 10
              epochs: 3
              seed: 1
            """;

    private Samples() {}
}
