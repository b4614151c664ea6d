package org.backprop.engine.pruning;

import org.backprop.model.PruningSpec;

/** What a schedule removes at one time. */
public final class ScheduledRemoval {

    private final PruningSpec criterion;
    private final Amount amount;

    private ScheduledRemoval(PruningSpec criterion, Amount amount) {
        this.criterion = criterion;
        this.amount = amount;
    }

    /**
     * Removes weights up to a sparsity.
     *
     * @param regrowth share of the weights that are left that are exchanged for removed ones with great gradients
     */
    public static ScheduledRemoval toSparsity(PruningSpec criterion, double sparsity, double regrowth) {
        return new ScheduledRemoval(criterion, Amount.sparsity(sparsity, regrowth));
    }

    /** Removes weights with less saliency. */
    public static ScheduledRemoval below(PruningSpec criterion, double threshold) {
        return new ScheduledRemoval(criterion, Amount.threshold(threshold));
    }

    PruningSpec criterion() {
        return criterion;
    }

    Amount amount() {
        return amount;
    }
}
