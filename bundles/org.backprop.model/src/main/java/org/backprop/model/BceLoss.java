package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * Binary cross-entropy, mean over all elements of the batch: one output for two classes, or one for each class that
 * says whether it is that.
 *
 * @param fromLogits whether the output is logits rather than probabilities
 * @param posWeight what a yes counts relative to a no: one number for all outputs or one for each; 1 if empty
 */
@SpecType(
        key = "bce",
        doc = "Binary cross-entropy: one output for two classes, or a yes or no for each class. Expects probabilities.",
        formula =
                "L = -mean (t log y + (1 - t) log(1 - y)), logarithms at least -100; from logits: y = sigmoid(output), and t log y times pos_weight",
        source = "torch.nn.BCELoss, BCEWithLogitsLoss")
public record BceLoss(
        @SpecParameter(
                doc = "Whether the output is logits, without a sigmoid: numerically better than probabilities.",
                byDefault = "false")
        boolean fromLogits,

        @SpecParameter(
                doc =
                        "How much a yes counts relative to a no, from logits: one number for all outputs, or one for each.",
                byDefault = "",
                min = 0,
                minExclusive = true)
        List<Double> posWeight)
        implements LossSpec, SelfChecking {

    /** Copies the list. */
    public BceLoss {
        posWeight = List.copyOf(posWeight);
    }

    /** Yes and no count alike. */
    public BceLoss(boolean fromLogits) {
        this(fromLogits, List.of());
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return fromLogits || posWeight.isEmpty()
                ? Optional.empty()
                : Optional.of(new Inconsistency("pos_weight", "is for logits: set from_logits: true"));
    }

    @Override
    public boolean classifies() {
        return true;
    }

    @Override
    public boolean tellsTwoApart() {
        return true;
    }

    @Override
    public double threshold() {
        return fromLogits ? 0 : 0.5;
    }
}
