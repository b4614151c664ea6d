package org.backprop.engine.train;

import java.util.Optional;

import org.backprop.model.Catalogue;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.Sophia;
import org.backprop.model.TrainingSection;

/** Computes the gradients of batches somewhere else, for instance in parts on several machines. */
@FunctionalInterface
public interface Distribution {

    /**
     * The sum of the gradients of all parts of a batch.
     *
     * @param batch a whole batch
     * @param parameters the flat vector of the parameters
     * @param statistics the flat vector of the running statistics; empty if the network has none
     * @throws DistributionException if it cannot be computed there
     */
    PartGradient gradient(BatchPart batch, float[] parameters, float[] statistics);

    /** Why a training cannot take its gradients from elsewhere, for the user; empty if it can. */
    static Optional<String> obstacle(TrainingSection settings) {
        boolean looksAtBatch = settings.optimizer() instanceof MinimizerSpec || settings.optimizer() instanceof Sophia;
        return looksAtBatch
                ? Optional.of("the optimizer "
                        + Catalogue.describe(((Record) settings.optimizer()).getClass())
                                .key()
                        + " looks at a batch as often as it needs to, not once a step as distributed training does;"
                        + " take an optimizer of gradients, such as adam or sgd")
                : Optional.empty();
    }
}
