package org.backprop.engine.train;

import org.backprop.engine.network.NetworkMemory;
import org.backprop.model.LevenbergMarquardt;
import org.backprop.model.MultiBatchLbfgs;
import org.backprop.model.Newton;
import org.backprop.model.OptimalBrainDamage;
import org.backprop.model.OptimalBrainSurgeon;
import org.backprop.model.Sophia;
import org.backprop.model.TrainingSection;

/** The memory that a training needs beside its network and its data. */
public final class TrainingBytes {

    private TrainingBytes() {}

    /** Bytes that a training of this network needs beside parameters and gradient, activations and data. */
    public static long of(TrainingSection settings, NetworkMemory network) {
        long twin = differentiatesTwice(settings) ? 2 * network.total() : 0;
        long parts = settings.optimizer() instanceof MultiBatchLbfgs ? 2 * network.parameters() : 0;
        return TrainingMemory.bytes(settings, network.parameters() / Float.BYTES) + twin + parts;
    }

    /** Whether optimizer or pruning ask for second derivatives, which a twin of the network with twice its memory computes. */
    private static boolean differentiatesTwice(TrainingSection settings) {
        boolean prunes = settings.pruning()
                .filter(section -> section.criterion() instanceof OptimalBrainDamage
                        || section.criterion() instanceof OptimalBrainSurgeon)
                .isPresent();
        return prunes
                || switch (settings.optimizer()) {
                    case Newton newton -> true;
                    case LevenbergMarquardt marquardt -> true;
                    case Sophia sophia -> true;
                    default -> false;
                };
    }
}
