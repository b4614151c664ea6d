package org.backprop.engine.losses;

import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.Activation;
import org.backprop.model.BceLoss;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.HingeLoss;
import org.backprop.model.HuberLoss;
import org.backprop.model.KlDivLoss;
import org.backprop.model.KlDivReduction;
import org.backprop.model.LossSpec;
import org.backprop.model.MaeLoss;
import org.backprop.model.MseLoss;
import org.backprop.model.MseReduction;
import org.backprop.model.NllLoss;
import org.backprop.model.PoissonLoss;

/** Maps the losses of a model to their implementations. */
public final class Losses {

    private Losses() {}

    /**
     * The implementation of a loss.
     *
     * @param last the activation that the network's output has passed last, if any; a loss may be fused with it
     * @param outputs number of elements of one sample of the output
     * @throws IllegalArgumentException if the loss has another number of weights than there are outputs
     */
    public static Loss compile(LossSpec spec, Optional<Activation> last, int outputs) {
        return switch (spec) {
            case NllLoss nll
            when nll.classWeights().isEmpty() ->
                new NegativeLogLikelihood(last.equals(Optional.of(Activation.LOG_SOFTMAX)));
            case NllLoss nll -> new WeightedLikelihood(false, 0, nll.classWeights(), outputs);
            case CrossEntropyLoss entropy when entropy.equals(new CrossEntropyLoss()) -> new CrossEntropy();
            case CrossEntropyLoss entropy ->
                new WeightedLikelihood(true, entropy.labelSmoothing(), entropy.classWeights(), outputs);
            case MseLoss mse
            when mse.reduction() == MseReduction.MEAN -> new ElementWise(ElementFormulas.square(), true);
            case MseLoss mse -> new ElementWise(ElementFormulas.halfSquare(), false);
            case MaeLoss mae -> new ElementWise(ElementFormulas.absolute(), true);
            case HuberLoss huber -> new ElementWise(ElementFormulas.huber(huber.delta()), true);
            case BceLoss bce
            when !bce.posWeight().isEmpty() ->
                new ElementWise(ElementFormulas::binaryCrossEntropyOfLogits, weights(bce.posWeight(), outputs));
            case BceLoss bce
            when bce.fromLogits() -> new ElementWise(ElementFormulas.binaryCrossEntropyOfLogits(), true);
            case BceLoss bce -> new ElementWise(ElementFormulas.binaryCrossEntropy(), true);
            case HingeLoss hinge
            when outputs == 1 -> new ElementWise(ElementFormulas.hinge(hinge.margin(), hinge.squared()), true);
            case HingeLoss hinge -> new MultiMargin(hinge);
            case KlDivLoss divergence ->
                new ElementWise(ElementFormulas.divergence(), divergence.reduction() == KlDivReduction.MEAN);
            case PoissonLoss poisson
            when poisson.logInput() -> new ElementWise(ElementFormulas.poissonOfLogarithm(poisson.full()), true);
            case PoissonLoss poisson ->
                new ElementWise(ElementFormulas.poisson(poisson.epsilon(), poisson.full()), true);
        };
    }

    private static float[] weights(List<Double> given, int outputs) {
        if (given.size() != 1 && given.size() != outputs) {
            throw new IllegalArgumentException(
                    "pos_weight has " + given.size() + " numbers, but the network has " + outputs + " outputs");
        }
        float[] weights = new float[given.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = given.get(i).floatValue();
        }
        return weights;
    }
}
