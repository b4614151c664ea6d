package org.backprop.exchange.onnx;

import java.util.Optional;

import org.backprop.model.BceLoss;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.HingeLoss;
import org.backprop.model.HuberLoss;
import org.backprop.model.KlDivLoss;
import org.backprop.model.LossSpec;
import org.backprop.model.MaeLoss;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;
import org.backprop.model.PoissonLoss;

/** What makes probabilities of a network's outputs, where its loss takes them for logits or logarithms. */
final class Probabilities {

    private static final Optional<String> NONE = Optional.empty();

    private Probabilities() {}

    /** The operator, which works on rows of a matrix; empty if the outputs stand for themselves. */
    static Optional<String> operator(LossSpec loss) {
        return switch (loss) {
            case CrossEntropyLoss crossEntropy -> Optional.of("Softmax");
            case BceLoss bce -> bce.fromLogits() ? Optional.of("Sigmoid") : NONE;
            case NllLoss nll -> Optional.of("Exp");
            case KlDivLoss divergence -> Optional.of("Exp");
            case MseLoss mse -> NONE;
            case MaeLoss mae -> NONE;
            case HuberLoss huber -> NONE;
            case HingeLoss hinge -> NONE;
            case PoissonLoss poisson -> NONE;
        };
    }
}
