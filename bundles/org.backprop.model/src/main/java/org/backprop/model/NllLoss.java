package org.backprop.model;

/** Negative log-likelihood of the right class; the network's output must be log-probabilities. */
@SpecType(
        key = "nll",
        doc =
                "Negative log-likelihood of the right class. Expects log-probabilities: end the network with log_softmax.",
        formula = "L = -mean_n y[n, target_n]",
        source = "torch.nn.NLLLoss")
public record NllLoss() implements LossSpec {}
