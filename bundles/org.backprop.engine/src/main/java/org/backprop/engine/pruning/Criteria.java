package org.backprop.engine.pruning;

import org.backprop.engine.network.Network;
import org.backprop.model.FilterNorm;
import org.backprop.model.MagnitudePruning;
import org.backprop.model.NeuronActivation;
import org.backprop.model.NeuronInputWeights;
import org.backprop.model.OptimalBrainDamage;
import org.backprop.model.OptimalBrainSurgeon;
import org.backprop.model.PruningSpec;
import org.backprop.model.RandomPruning;
import org.backprop.model.TaylorPruning;

/** Maps the criteria of a model to their implementations. */
final class Criteria {

    private Criteria() {}

    /** Whether a criterion passes samples through the network. */
    static boolean readsSamples(PruningSpec spec) {
        return switch (spec) {
            case MagnitudePruning magnitude -> false;
            case RandomPruning random -> false;
            case NeuronInputWeights inputs -> false;
            case FilterNorm norm -> false;
            case OptimalBrainDamage damage -> true;
            case OptimalBrainSurgeon surgeon -> true;
            case TaylorPruning taylor -> true;
            case NeuronActivation activation -> true;
        };
    }

    static Criterion of(PruningSpec spec, Network network) throws PruneException {
        return switch (spec) {
            case MagnitudePruning magnitude -> new MagnitudeCriterion();
            case OptimalBrainDamage damage -> new DamageCriterion(damage, network);
            case OptimalBrainSurgeon surgeon -> new SurgeonCriterion(surgeon, network);
            case TaylorPruning taylor -> new TaylorCriterion(taylor);
            case RandomPruning random -> new RandomCriterion();
            case NeuronInputWeights inputs -> new UnitNormCriterion(inputs.p(), false, true);
            case NeuronActivation activation -> new ActivationCriterion(activation);
            case FilterNorm norm -> new UnitNormCriterion(norm.p(), true, false);
        };
    }
}
