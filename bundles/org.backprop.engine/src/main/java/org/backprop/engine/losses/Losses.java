package org.backprop.engine.losses;

import java.util.Optional;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.LossSpec;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;

/** Maps the losses of a model to their implementations. */
public final class Losses {

    private Losses() {}

    /**
     * The implementation of a loss.
     *
     * @param last the activation that the network's output has passed last, if any; a loss may be fused with it
     */
    public static Loss compile(LossSpec spec, Optional<Activation> last, Kernels kernels) {
        return switch (spec) {
            case NllLoss nll -> new NegativeLogLikelihood(kernels, last.equals(Optional.of(Activation.LOG_SOFTMAX)));
            case CrossEntropyLoss crossEntropy -> new CrossEntropy(kernels);
            case MseLoss mse -> new MeanSquaredError(kernels);
        };
    }
}
