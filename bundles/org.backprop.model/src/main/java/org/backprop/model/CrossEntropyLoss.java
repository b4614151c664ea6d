package org.backprop.model;

import java.util.List;

/**
 * Cross-entropy of the right class; the network's output must be logits.
 *
 * @param labelSmoothing the part of a label that all classes share
 * @param classWeights a weight for each class; empty for 1. The mean is then that of the weighted samples
 */
@SpecType(
        key = "cross_entropy",
        doc = "Cross-entropy of the right class. Expects logits: end the network without softmax.",
        formula = "L = -sum_n,c w[c] q[n, c] log_softmax(y[n])[c] / sum_n w[target_n],"
                + " q = (1 - label_smoothing) [c = target_n] + label_smoothing / classes",
        source = "torch.nn.CrossEntropyLoss")
public record CrossEntropyLoss(
        @SpecParameter(doc = "The part of a label that all classes share.", byDefault = "0", min = 0, max = 1)
        double labelSmoothing,

        @SpecParameter(
                doc = "A weight for each class, in the order of the classes. Default: 1 for all.",
                byDefault = "",
                min = 0,
                max = 1.0e6)
        List<Double> classWeights)
        implements LossSpec {

    /** All classes alike, labels as they are. */
    public CrossEntropyLoss() {
        this(0, List.of());
    }

    /** Copies the list. */
    public CrossEntropyLoss {
        classWeights = List.copyOf(classWeights);
    }

    @Override
    public boolean classifies() {
        return true;
    }
}
