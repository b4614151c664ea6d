package org.backprop.engine.train;

import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.Network;
import org.backprop.engine.pruning.Follower;
import org.backprop.engine.pruning.Masks;
import org.backprop.engine.pruning.Pruner;
import org.backprop.engine.pruning.PruningRules;
import org.backprop.model.TrainingSection;

/** Makes pruners of networks that are not trained on, such as that of a finished run. */
public final class Pruners {

    private Pruners() {}

    /**
     * A pruner of a network with its current weights, without masks. The rules are those of the model.
     *
     * @param training what saliencies are measured on
     * @param evaluated what {@link Pruner#whatIf} evaluates
     * @param most greatest number of samples that it evaluates
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public static Pruner of(Network network, TrainingSection settings, Dataset training, Dataset evaluated, int most) {
        Evaluator evaluator = new Evaluator(network, evaluated);
        return new Pruner(
                network,
                new Masks(network),
                PruningRules.of(settings.pruning()),
                new Batches(network, training, Optional.empty()),
                () -> evaluator.quality(most),
                Follower.NONE,
                settings.seed(),
                () -> 0);
    }
}
