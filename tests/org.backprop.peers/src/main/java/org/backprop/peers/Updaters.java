package org.backprop.peers;

import org.backprop.model.OptimizerSpec;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** ND4J's counterparts of our optimizers. */
final class Updaters {

    private Updaters() {}

    /**
     * The counterpart of an optimizer.
     *
     * @throws IllegalArgumentException for weight decay, dampening and Nesterov's momentum
     */
    static IUpdater of(OptimizerSpec optimizer) {
        return switch (optimizer) {
            case org.backprop.model.Adam adam
            when adam.weightDecay() == 0 -> new Adam(adam.learningRate(), adam.beta1(), adam.beta2(), epsilon(adam));
            case org.backprop.model.Sgd sgd
            when sgd.weightDecay() == 0 && sgd.dampening() == 0 && !sgd.nesterov() ->
                sgd.momentum() == 0 ? new Sgd(sgd.learningRate()) : new Momentum(sgd.learningRate(), sgd.momentum());
            default -> throw new IllegalArgumentException("no counterpart of " + optimizer);
        };
    }

    /**
     * ND4J adds epsilon to the root of the running square before it is corrected for its bias, PyTorch and we after; so at
     * the same value the first steps differ. This one makes the first step equal.
     */
    private static double epsilon(org.backprop.model.Adam adam) {
        return adam.epsilon() * Math.sqrt(1 - adam.beta2());
    }
}
