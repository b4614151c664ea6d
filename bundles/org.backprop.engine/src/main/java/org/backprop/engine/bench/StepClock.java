package org.backprop.engine.bench;

import org.backprop.engine.train.EpochResult;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;

/** Times a stretch of a trainer's steps and then stops it. */
final class StepClock implements TrainingListener {
    private static final double NANOS = 1e9;

    private final Trainer trainer;
    private final int warmUp;
    private final int steps;
    private long start = System.nanoTime();
    private long epochEnd;
    private long epochNanos;
    private int epochs;
    private Measurement measurement;

    /**
     * A clock for one run.
     *
     * @param warmUp steps before the clock starts
     * @param steps timed steps
     */
    StepClock(Trainer trainer, int warmUp, int steps) {
        this.trainer = trainer;
        this.warmUp = warmUp;
        this.steps = steps;
    }

    @Override
    public void onStep(StepView step) {
        if (step.step() == warmUp) {
            start = System.nanoTime();
        } else if (step.step() == (long) warmUp + steps) {
            double seconds = (System.nanoTime() - start) / NANOS;
            measurement = new Measurement(steps, seconds, step.loss(), epochs, epochNanos / NANOS);
            trainer.stop();
        }
        if (step.stepInEpoch() == trainer.stepsPerEpoch()) {
            epochEnd = System.nanoTime();
        }
    }

    @Override
    public void onEpoch(EpochResult epoch) {
        if (epoch.step() >= warmUp && measurement == null) {
            epochNanos += System.nanoTime() - epochEnd;
            epochs++;
        }
    }

    /** The result, after the trainer has returned. */
    Measurement measurement() {
        return measurement;
    }
}
