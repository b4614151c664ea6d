package org.backprop.model;

/** Root of the mean squared error over all elements. */
@SpecType(
        key = "rmse",
        doc = "Root of the mean squared error.",
        formula = "sqrt(mean (y - target)^2)",
        source = "sklearn.metrics.root_mean_squared_error")
public record RmseMetric() implements MetricSpec {

    @Override
    public boolean comparesClasses() {
        return false;
    }
}
