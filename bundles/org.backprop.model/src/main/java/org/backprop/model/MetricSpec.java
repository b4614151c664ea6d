package org.backprop.model;

/** A measure of the quality of a network over a set of samples, beside the loss. */
public sealed interface MetricSpec
        permits AccuracyMetric,
                TopKMetric,
                PrecisionMetric,
                RecallMetric,
                F1Metric,
                AucMetric,
                MaeMetric,
                RmseMetric,
                R2Metric,
                ConfusionMatrixMetric {

    /** Whether it compares classes rather than numbers. */
    default boolean comparesClasses() {
        return true;
    }

    /** Its name in the run log, before a slash and the name of the set. */
    default String key() {
        return Catalogue.describe(((Record) this).getClass()).key();
    }
}
