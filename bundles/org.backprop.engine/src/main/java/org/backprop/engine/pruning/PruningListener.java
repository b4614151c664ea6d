package org.backprop.engine.pruning;

/** Is told when masks have changed. Called from the thread that prunes. */
@FunctionalInterface
public interface PruningListener {

    /**
     * Weights were removed, or came back.
     *
     * @param result what was done; after an undo, with nothing removed
     */
    void pruned(PruneResult result);
}
