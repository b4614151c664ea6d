package org.backprop.model;

import java.util.List;

/**
 * Negative log-likelihood of the right class; the network's output must be log-probabilities.
 *
 * @param classWeights a weight for each class; empty for 1. The mean is then that of the weighted samples
 */
@SpecType(
        key = "nll",
        doc =
                "Negative log-likelihood of the right class. Expects log-probabilities: end the network with log_softmax.",
        formula = "L = -sum_n w[target_n] y[n, target_n] / sum_n w[target_n]",
        source = "torch.nn.NLLLoss")
public record NllLoss(
        @SpecParameter(
                doc = "A weight for each class, in the order of the classes. Default: 1 for all.",
                byDefault = "",
                min = 0,
                max = 1.0e6)
        List<Double> classWeights)
        implements LossSpec {

    /** All classes alike. */
    public NllLoss() {
        this(List.of());
    }

    /** Copies the list. */
    public NllLoss {
        classWeights = List.copyOf(classWeights);
    }

    @Override
    public boolean classifies() {
        return true;
    }
}
