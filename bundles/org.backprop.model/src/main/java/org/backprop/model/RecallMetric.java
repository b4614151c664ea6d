package org.backprop.model;

/** Recall, mean over the classes that occur in labels or predictions. */
@SpecType(
        key = "recall",
        doc = "Share of the samples of a class that were found, mean over the classes (macro).",
        formula = "mean_c true positives / samples; 0 where there is no sample",
        source = "sklearn.metrics.recall_score, average macro")
public record RecallMetric() implements MetricSpec {}
