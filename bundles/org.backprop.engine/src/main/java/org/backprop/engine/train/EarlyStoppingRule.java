package org.backprop.engine.train;

import java.util.Map;
import java.util.Optional;

import org.backprop.model.EarlyStopping;
import org.backprop.model.Metric;

/** See {@link EarlyStopping}. */
final class EarlyStoppingRule implements StoppingRule {

    private final EarlyStopping spec;
    private final Metric metric;
    private double best;
    private int bestEpoch;
    private int waited;

    EarlyStoppingRule(EarlyStopping spec) {
        this.spec = spec;
        metric = Metric.of(spec.metric());
        weightsRemoved();
    }

    @Override
    public void weightsRemoved() {
        best = metric.moreIsBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        bestEpoch = 0;
        waited = 0;
    }

    @Override
    public Optional<Metric> metric() {
        return Optional.of(metric);
    }

    @Override
    public void endEpoch(EpochResult epoch) {
        double value = epoch.metric(metric);
        if (metric.moreIsBetter() ? value > best + spec.minDelta() : value < best - spec.minDelta()) {
            best = value;
            bestEpoch = epoch.epoch();
            waited = 0;
        } else {
            waited++;
        }
    }

    /** Whether the epoch that was evaluated last is the best one, and its parameters are wanted. */
    boolean wants(int epoch) {
        return spec.restoreBest() && epoch == bestEpoch;
    }

    @Override
    public boolean isOver() {
        return waited >= spec.patience();
    }

    @Override
    public String message() {
        return metric + " has not improved for " + waited + (waited == 1 ? " epoch" : " epochs") + "; the best was "
                + best + " in epoch " + bestEpoch + (spec.restoreBest() ? ", whose parameters are the result" : "");
    }

    @Override
    public Map<String, Double> state() {
        return Map.of("best", best, "best_epoch", (double) bestEpoch, "waited", (double) waited);
    }

    @Override
    public void restore(Map<String, Double> state) {
        best = state.getOrDefault("best", best);
        bestEpoch = state.getOrDefault("best_epoch", (double) bestEpoch).intValue();
        waited = state.getOrDefault("waited", (double) waited).intValue();
    }
}
