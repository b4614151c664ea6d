package org.backprop.model;

/** Cross-entropy of the right class; the network's output must be logits. */
@SpecType(
        key = "cross_entropy",
        doc = "Cross-entropy of the right class. Expects logits: end the network without softmax.",
        formula = "L = -mean_n log_softmax(y[n])[target_n]",
        source = "torch.nn.CrossEntropyLoss")
public record CrossEntropyLoss() implements LossSpec {}
