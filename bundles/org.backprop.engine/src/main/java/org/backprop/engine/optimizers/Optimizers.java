package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.Parameter;
import org.backprop.model.AdaBelief;
import org.backprop.model.Adadelta;
import org.backprop.model.Adafactor;
import org.backprop.model.Adagrad;
import org.backprop.model.Adam;
import org.backprop.model.AdamW;
import org.backprop.model.Adamax;
import org.backprop.model.Amsgrad;
import org.backprop.model.Asgd;
import org.backprop.model.GradientDescent;
import org.backprop.model.Lamb;
import org.backprop.model.Lion;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.Muon;
import org.backprop.model.Nadam;
import org.backprop.model.Nesterov;
import org.backprop.model.OptimizerSpec;
import org.backprop.model.Radam;
import org.backprop.model.Rmsprop;
import org.backprop.model.Rprop;
import org.backprop.model.Sgd;
import org.backprop.model.SgdBb;
import org.backprop.model.Sophia;

/** Maps the optimizers of a model to their implementations. */
public final class Optimizers {

    private Optimizers() {}

    /** Number of vectors of an optimizer that is no minimizer: how many numbers it keeps for each parameter. */
    public static int slots(OptimizerSpec spec) {
        int slots = compile(spec, null, List.of(), 1, null).slots().size();
        return spec instanceof Sophia ? slots + 1 : slots;
    }

    /**
     * The implementation of an optimizer that makes one update of each gradient.
     *
     * @param parameters the tensors in the flat parameter vector, for those that treat each by itself
     * @param updatesPerEpoch number of updates in an epoch, at least 1
     * @param estimates of second derivatives, for those that need them
     * @throws IllegalArgumentException for a minimizer
     */
    public static GradientTransform compile(
            OptimizerSpec spec,
            Kernels kernels,
            List<Parameter> parameters,
            int updatesPerEpoch,
            DiagonalEstimate estimates) {
        return switch (spec) {
            case GradientDescent descent -> new SgdTransform(SgdTransform.PLAIN, kernels);
            case Sgd sgd -> SgdTransform.of(sgd, kernels);
            case Nesterov nesterov -> SgdTransform.of(nesterov, kernels);
            case Adagrad adagrad -> AdagradTransform.of(adagrad, kernels);
            case Adadelta adadelta -> AdadeltaTransform.of(adadelta, kernels);
            case Rmsprop rmsprop -> RmspropTransform.of(rmsprop, kernels);
            case Adam adam -> AdamTransform.of(adam, kernels);
            case AdamW adamW -> AdamTransform.of(adamW, kernels);
            case Amsgrad amsgrad -> AdamTransform.of(amsgrad, kernels);
            case Adamax adamax -> AdamaxTransform.of(adamax, kernels);
            case Nadam nadam -> NadamTransform.of(nadam, kernels);
            case Radam radam -> RadamTransform.of(radam, kernels);
            case Asgd asgd -> AsgdTransform.of(asgd, kernels);
            case Rprop rprop -> RpropTransform.of(rprop, kernels);
            case Lion lion -> LionTransform.of(lion, kernels);
            case AdaBelief belief -> AdaBeliefTransform.of(belief, kernels);
            case Lamb lamb -> new LambTransform(lamb, kernels, parameters);
            case Muon muon -> new MuonTransform(muon, kernels, parameters);
            case Adafactor adafactor -> new AdafactorTransform(adafactor, kernels, parameters);
            case SgdBb sgdBb -> new SgdBbTransform(sgdBb, kernels, updatesPerEpoch);
            case Sophia sophia -> new SophiaTransform(sophia, kernels, estimates);
            case MinimizerSpec minimizer -> throw new IllegalArgumentException(minimizer + " is a minimizer");
        };
    }
}
