package org.backprop.model;

/** Precision, mean over the classes that occur in labels or predictions. */
@SpecType(
        key = "precision",
        doc = "Share of the right ones among the predictions of a class, mean over the classes (macro).",
        formula = "mean_c true positives / predicted; 0 where nothing was predicted",
        source = "sklearn.metrics.precision_score, average macro")
public record PrecisionMetric() implements MetricSpec {}
