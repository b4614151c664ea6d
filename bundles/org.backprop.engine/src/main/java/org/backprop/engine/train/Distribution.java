package org.backprop.engine.train;

import java.util.Optional;

import org.backprop.model.Catalogue;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.Sophia;
import org.backprop.model.TrainingSection;

/** Computes the steps of a training somewhere else, for instance in parts on several machines. */
public sealed interface Distribution permits SynchronousSgd, LocalSgd {

    /** The number of workers among whom the training set is shared out for good; 0 if each of them has all samples. */
    default int shards() {
        return 0;
    }

    /**
     * Makes sure that the steps of a training can be computed elsewhere.
     *
     * @throws IllegalArgumentException if not, with {@link #obstacle}
     */
    static void require(TrainingSection settings) {
        obstacle(settings).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        });
    }

    /** Why the steps of a training cannot be computed elsewhere, for the user; empty if they can. */
    static Optional<String> obstacle(TrainingSection settings) {
        return looksAtBatch(settings)
                ? Optional.of("the optimizer "
                        + Catalogue.describe(((Record) settings.optimizer()).getClass())
                                .key()
                        + " looks at a batch as often as it needs to, not once a step as distributed training does;"
                        + " take an optimizer of gradients, such as adam or sgd")
                : Optional.empty();
    }

    /** Whether the optimizer looks at a batch again after its gradient. */
    static boolean looksAtBatch(TrainingSection settings) {
        return settings.optimizer() instanceof MinimizerSpec || settings.optimizer() instanceof Sophia;
    }
}
