package org.backprop.model;

/** Area under the ROC curve; classes of which a set has no sample, or only samples, are left out. */
@SpecType(
        key = "auc",
        doc = "Area under the receiver operating characteristic, each class against the rest, mean over the classes.",
        formula = "mean_c P(score of a sample of c > score of another) + P(equal) / 2",
        source = "sklearn.metrics.roc_auc_score, multi_class ovr, average macro")
public record AucMetric() implements MetricSpec {}
