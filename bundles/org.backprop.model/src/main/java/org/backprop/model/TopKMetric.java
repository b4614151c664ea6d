package org.backprop.model;

/**
 * Share of the samples whose class is among those of the k greatest outputs.
 *
 * @param k how many outputs count
 */
@SpecType(
        key = "top_k",
        doc = "Share of the samples whose class is among those of the k greatest outputs.",
        formula = "mean_n [y[n, target_n] is among the k greatest of y[n]]",
        source = "sklearn.metrics.top_k_accuracy_score")
public record TopKMetric(
        @SpecParameter(doc = "How many outputs count.", byDefault = "5", min = 1, max = 1_000_000, main = true)
        int k) implements MetricSpec {}
