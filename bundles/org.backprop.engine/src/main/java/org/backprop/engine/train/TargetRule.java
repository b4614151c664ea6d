package org.backprop.engine.train;

import java.util.Map;
import java.util.Optional;

import org.backprop.model.Metric;
import org.backprop.model.TargetMetricStopping;

/** See {@link TargetMetricStopping}. */
final class TargetRule implements StoppingRule {

    private final TargetMetricStopping spec;
    private final Metric metric;
    private double last = Double.NaN;

    TargetRule(TargetMetricStopping spec) {
        this.spec = spec;
        metric = Metric.of(spec.metric());
    }

    @Override
    public Optional<Metric> metric() {
        return Optional.of(metric);
    }

    @Override
    public void endEpoch(EpochResult epoch) {
        last = epoch.metric(metric);
    }

    @Override
    public void weightsRemoved() {
        last = Double.NaN;
    }

    @Override
    public boolean isOver() {
        return metric.moreIsBetter() ? last >= spec.value() : last <= spec.value();
    }

    @Override
    public String message() {
        return metric + " is " + last + ", which reaches the target of " + spec.value();
    }

    @Override
    public Map<String, Double> state() {
        return Map.of("last", last);
    }

    @Override
    public void restore(Map<String, Double> state) {
        last = state.getOrDefault("last", last);
    }
}
