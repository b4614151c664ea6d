package org.backprop.model;

/**
 * Resilient backpropagation, as {@code torch.optim.Rprop}; made for the whole training set as a batch.
 *
 * @param learningRate step size
 * @param decrease factor of a step size whose gradient changed its sign
 * @param increase factor of a step size whose gradient kept its sign
 * @param smallest smallest step size
 * @param greatest greatest step size
 */
@SpecType(
        key = "rprop",
        doc = "Uses the sign of each gradient alone; a step size for each weight grows while the sign stays.",
        formula = "d = increase d if g g_(t-1) > 0, decrease d (and g = 0) if < 0; w = w - sign(g) d",
        source = "torch.optim.Rprop; Riedmiller and Braun 1993")
public record Rprop(
        @SpecParameter(doc = "Step size.", byDefault = "0.01", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(
                doc = "Factor of a step size whose gradient changed its sign.",
                byDefault = "0.5",
                min = 0,
                max = 1,
                minExclusive = true,
                maxExclusive = true)
        double decrease,

        @SpecParameter(doc = "Factor of a step size whose gradient kept its sign.", byDefault = "1.2", min = 1)
        double increase,

        @SpecParameter(doc = "Smallest step size.", byDefault = "1.0e-6", min = 0)
        double smallest,

        @SpecParameter(doc = "Greatest step size.", byDefault = "50", min = 0, minExclusive = true)
        double greatest)
        implements OptimizerSpec {}
