package org.backprop.engine.train;

import java.util.Optional;

import org.backprop.model.Metric;

/**
 * The result of one completed epoch.
 *
 * @param epoch number of the epoch, counted from 1
 * @param step global number of its last step, counted from 1
 * @param training loss and accuracy: mean over the epoch's batches as they were trained (so of changing parameters);
 *     other metrics: evaluation of the training set after the epoch
 * @param validation evaluation of the validation set after the epoch; empty without one
 */
public record EpochResult(int epoch, long step, Evaluation training, Optional<Evaluation> validation) {

    /**
     * The value of a metric.
     *
     * @throws java.util.NoSuchElementException if there is no validation set, or no such metric of this kind of network
     */
    double metric(Metric metric) {
        Evaluation evaluation = metric.ofValidation() ? validation.orElseThrow() : training;
        return Optional.ofNullable(evaluation.values().get(metric.measure())).orElseThrow();
    }
}
