package org.backprop.model;

/**
 * Binary cross-entropy, mean over all elements of the batch: one output for two classes, or one for each class that
 * says whether it is that.
 *
 * @param fromLogits whether the output is logits rather than probabilities
 */
@SpecType(
        key = "bce",
        doc = "Binary cross-entropy: one output for two classes, or a yes or no for each class. Expects probabilities.",
        formula =
                "L = -mean (t log y + (1 - t) log(1 - y)), logarithms at least -100; from logits: y = sigmoid(output)",
        source = "torch.nn.BCELoss, BCEWithLogitsLoss")
public record BceLoss(
        @SpecParameter(
                doc = "Whether the output is logits, without a sigmoid: numerically better than probabilities.",
                byDefault = "false")
        boolean fromLogits)
        implements LossSpec {

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
