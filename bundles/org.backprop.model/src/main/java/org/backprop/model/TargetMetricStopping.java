package org.backprop.model;

import java.util.Optional;

/**
 * Ends the training when a metric has reached a value.
 *
 * @param metric what is compared
 * @param value the value: of a loss the greatest, of an accuracy the least that is enough
 */
@SpecType(
        key = "target_metric",
        doc = "Ends the training when a metric has reached a value.",
        formula = "stop after the epoch whose metric is as good as value",
        source = "lightning.pytorch.callbacks.EarlyStopping, stopping_threshold")
public record TargetMetricStopping(
        @SpecParameter(doc = "What is compared, such as accuracy/validation.", byDefault = "loss/validation")
        String metric,

        @SpecParameter(doc = "The value that is enough.", main = true)
        double value)
        implements StoppingSpec, SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Metric.inconsistency(metric);
    }
}
