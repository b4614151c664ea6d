package org.backprop.engine.train;

import java.util.Map;

import org.backprop.model.MaxTimeStopping;
import org.backprop.model.Range;

/** See {@link MaxTimeStopping}. */
final class TimeRule implements StoppingRule {

    private static final double NANOS = 1e9;

    private final MaxTimeStopping spec;
    private double before;
    private long started = System.nanoTime();

    TimeRule(MaxTimeStopping spec) {
        this.spec = spec;
    }

    @Override
    public void start() {
        started = System.nanoTime();
    }

    @Override
    public void waited(long nanos) {
        started += nanos;
    }

    private double seconds() {
        return before + (System.nanoTime() - started) / NANOS;
    }

    @Override
    public boolean appliesWhilePruning() {
        return true;
    }

    @Override
    public boolean isOver() {
        return seconds() >= spec.seconds();
    }

    @Override
    public String message() {
        return "the time of " + Range.text(spec.seconds()) + " seconds is over";
    }

    @Override
    public Map<String, Double> state() {
        return Map.of("seconds", seconds());
    }

    @Override
    public void restore(Map<String, Double> state) {
        before = state.getOrDefault("seconds", 0.0);
        started = System.nanoTime();
    }
}
