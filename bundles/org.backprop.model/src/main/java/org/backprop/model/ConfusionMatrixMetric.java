package org.backprop.model;

/** Counts of samples by class and predicted class. */
@SpecType(
        key = "confusion_matrix",
        doc = "How many samples of each class (row) were taken for each class (column).",
        formula = "C[i, j] = sum_n [target_n = i] [argmax y[n] = j]",
        source = "sklearn.metrics.confusion_matrix")
public record ConfusionMatrixMetric() implements MetricSpec {}
