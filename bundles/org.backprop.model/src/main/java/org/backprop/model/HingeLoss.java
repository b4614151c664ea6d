package org.backprop.model;

/**
 * How far the score of the right class falls short of leading the others by a margin. One output tells two classes
 * apart by its sign.
 *
 * @param margin the lead that suffices
 * @param squared whether the shortfall counts squared
 */
@SpecType(
        key = "hinge",
        doc = "How far the right class falls short of leading by a margin, as in support vector machines.",
        formula = "L = mean_n sum_(j != t) max(0, margin - y[t] + y[j])^p / classes, p = 1 or squared 2;"
                + " one output: L = mean_n max(0, margin - s y)^p, s = -1 or 1",
        source = "torch.nn.MultiMarginLoss; Crammer and Singer 2001")
public record HingeLoss(
        @SpecParameter(doc = "The lead that suffices.", byDefault = "1", min = 0, max = 1.0e6)
        double margin,

        @SpecParameter(doc = "Whether the shortfall counts squared (p = 2 in PyTorch).", byDefault = "false")
        boolean squared)
        implements LossSpec {

    @Override
    public boolean classifies() {
        return true;
    }

    @Override
    public boolean tellsTwoApart() {
        return true;
    }
}
