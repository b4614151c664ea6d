package org.backprop.engine.train;

/**
 * Follows a training run. All calls come from the thread that runs the trainer, between two steps, so a listener may
 * take the {@link Trainer#state()}; an exception from a listener ends the run.
 */
public interface TrainingListener {

    /** Asks for the norms of every n-th step (1 = each); 0 for never. Read once, when the run starts. */
    default int normsEvery() {
        return 0;
    }

    /** Asks for the histograms of every n-th step; 0 for never. Read once, when the run starts. */
    default int histogramsEvery() {
        return 0;
    }

    /** Asks for the statistics of the activations of every n-th step; 0 for never. Read once, when the run starts. */
    default int activationsEvery() {
        return 0;
    }

    /** One optimizer step was made. */
    default void onStep(StepView step) {}

    /** The training was kept waiting, for instance because the user paused it. */
    default void onWait(long nanos) {}

    /** One epoch was completed and, if there is a validation set, evaluated. */
    default void onEpoch(EpochResult epoch) {}
}
