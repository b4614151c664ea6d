package org.backprop.model;

/** Coefficient of determination; of constant targets 1 if all are met, else 0. */
@SpecType(
        key = "r2",
        doc = "Share of the variance of the targets that the network explains, mean over the outputs.",
        formula = "mean_k 1 - sum (y - target)^2 / sum (target - mean target)^2",
        source = "sklearn.metrics.r2_score")
public record R2Metric() implements MetricSpec {

    @Override
    public boolean comparesClasses() {
        return false;
    }
}
