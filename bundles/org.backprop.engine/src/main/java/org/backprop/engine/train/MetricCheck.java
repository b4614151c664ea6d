package org.backprop.engine.train;

import java.util.List;

import org.backprop.engine.network.Network;
import org.backprop.model.Metric;

/** Checks that a metric that a schedule or a stopping rule follows is measured. */
final class MetricCheck {

    private MetricCheck() {}

    /**
     * Checks one metric.
     *
     * @param validates whether there is a validation set
     * @throws IllegalArgumentException if it is not measured; the message says what to do
     */
    static void check(Metric metric, Network network, boolean validates) {
        if (metric.ofValidation() && !validates) {
            throw new IllegalArgumentException("the metric " + metric
                    + " needs a validation set: give data.split.validation, or use " + metric.measure() + "/train");
        }
        if (metric.measure().equals("accuracy") && !network.tellsClasses()) {
            throw new IllegalArgumentException(
                    "the metric " + metric + " needs class labels; use loss/" + metric.set());
        }
        boolean known = List.of("loss", "accuracy").contains(metric.measure())
                || network.measures()
                        .filter(measures -> measures.keys().contains(metric.measure()))
                        .isPresent();
        if (!known) {
            throw new IllegalArgumentException(
                    "the metric " + metric + " is not measured: add " + metric.measure() + " to training.metrics");
        }
    }
}
