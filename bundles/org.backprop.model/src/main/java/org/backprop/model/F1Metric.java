package org.backprop.model;

/** F1, mean over the classes that occur in labels or predictions. */
@SpecType(
        key = "f1",
        doc = "Harmonic mean of precision and recall of a class, mean over the classes (macro).",
        formula = "mean_c 2 true positives / (predicted + samples)",
        source = "sklearn.metrics.f1_score, average macro")
public record F1Metric() implements MetricSpec {}
