package org.backprop.engine.train;

/** Stands between two steps of a training: what passes it may change the training, or keep it waiting. */
@FunctionalInterface
public interface Gate {

    /**
     * Called by the thread that trains, before each step.
     *
     * @param trainer at rest; may be evaluated, changed and saved
     * @return whether the step is to be made; if not, the training stops
     */
    boolean pass(Trainer trainer);
}
