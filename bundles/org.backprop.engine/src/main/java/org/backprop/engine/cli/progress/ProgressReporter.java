package org.backprop.engine.cli.progress;

import java.util.LinkedHashMap;
import java.util.Map;

import org.backprop.engine.train.EpochResult;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.TrainingListener;

/** Turns the trainer's steps into {@link Tick}s, a few a second, with a smoothed rate and the time left. */
public final class ProgressReporter implements TrainingListener {
    private static final long INTERVAL_NANOS = 200_000_000L;
    private static final double SMOOTHING = 0.8;

    private final Progress progress;
    private final int epochs;
    private final int stepsPerEpoch;

    private long lastTick = System.nanoTime();
    private long lastStep;
    private long samples;
    private double samplesPerSecond = Double.NaN;
    private double stepsPerSecond = Double.NaN;
    private double loss = Double.NaN;

    /** @param stepsDone steps of an earlier part of the run, which do not count for the rate */
    public ProgressReporter(Progress progress, int epochs, int stepsPerEpoch, long stepsDone) {
        this.progress = progress;
        this.epochs = epochs;
        this.stepsPerEpoch = stepsPerEpoch;
        lastStep = stepsDone;
    }

    /** Training samples per second at the last measurement; NaN before the first. */
    public double samplesPerSecond() {
        return samplesPerSecond;
    }

    @Override
    public void onStep(StepView step) {
        samples += step.samples();
        loss = step.loss();
        long now = System.nanoTime();
        if (now - lastTick >= INTERVAL_NANOS) {
            measure(now, step.step());
            progress.tick(tick(step.epoch(), step.step()));
        }
    }

    @Override
    public void onEpoch(EpochResult epoch) {
        if (Double.isNaN(samplesPerSecond)) {
            measure(System.nanoTime(), epoch.step());
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        add(metrics, "train", epoch.training());
        epoch.validation().ifPresent(validation -> add(metrics, "validation", validation));
        progress.epoch(tick(epoch.epoch(), epoch.step()), metrics);
        lastTick = System.nanoTime();
        lastStep = epoch.step();
        samples = 0;
    }

    private static void add(Map<String, Double> metrics, String set, Evaluation evaluation) {
        evaluation.values().forEach((key, value) -> metrics.put(key + "/" + set, value));
    }

    private void measure(long now, long step) {
        double seconds = (now - lastTick) / 1e9;
        samplesPerSecond = smooth(samplesPerSecond, samples / seconds);
        stepsPerSecond = smooth(stepsPerSecond, (step - lastStep) / seconds);
        lastTick = now;
        lastStep = step;
        samples = 0;
    }

    private static double smooth(double old, double measured) {
        return Double.isNaN(old) ? measured : SMOOTHING * old + (1 - SMOOTHING) * measured;
    }

    private Tick tick(int epoch, long step) {
        long steps = (long) epochs * stepsPerEpoch;
        return new Tick(epoch, epochs, step, steps, loss, samplesPerSecond, (steps - step) / stepsPerSecond);
    }
}
