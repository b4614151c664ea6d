package org.backprop.engine.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/**
 * Quality of the network over a set of samples.
 *
 * @param samples number of samples, at least 1
 * @param loss mean loss of a sample
 * @param accuracy share of samples whose greatest output is the label, in [0, 1]; empty for regression
 * @param metrics what else the model wants measured, by key; NaN where it is not defined for the set
 * @param confusion counts of samples by class (row) and predicted class (column), if the model asks for them
 */
public record Evaluation(
        int samples,
        double loss,
        OptionalDouble accuracy,
        SequencedMap<String, Double> metrics,
        Optional<long[][]> confusion) {

    public Evaluation {
        metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
    }

    /** Loss and accuracy alone. */
    public Evaluation(int samples, double loss, OptionalDouble accuracy) {
        this(samples, loss, accuracy, new LinkedHashMap<>(), Optional.empty());
    }

    /** All values by key: loss, accuracy if there is one, and the metrics. */
    public SequencedMap<String, Double> values() {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        values.put("loss", loss);
        accuracy.ifPresent(value -> values.put("accuracy", value));
        values.putAll(metrics);
        return values;
    }

    /** This evaluation with the metrics of another. */
    Evaluation withMetricsOf(Evaluation other) {
        return new Evaluation(samples, loss, accuracy, other.metrics, other.confusion);
    }
}
