package org.backprop.model;

/** Share of the right predictions. */
@SpecType(
        key = "accuracy",
        doc = "Share of the samples whose greatest output is that of their class.",
        formula = "mean_n [argmax y[n] = target_n]",
        source = "sklearn.metrics.accuracy_score")
public record AccuracyMetric() implements MetricSpec {}
