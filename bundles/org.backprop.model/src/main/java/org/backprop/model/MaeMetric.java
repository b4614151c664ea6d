package org.backprop.model;

/** Mean absolute error. */
@SpecType(
        key = "mae",
        doc = "Mean absolute error.",
        formula = "mean |y - target|",
        source = "sklearn.metrics.mean_absolute_error")
public record MaeMetric() implements MetricSpec {

    @Override
    public boolean comparesClasses() {
        return false;
    }
}
