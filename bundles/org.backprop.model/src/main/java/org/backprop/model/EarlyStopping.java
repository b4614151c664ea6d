package org.backprop.model;

import java.util.Optional;

/**
 * Ends the training when a metric no longer gets better, as {@code keras.callbacks.EarlyStopping}.
 *
 * @param metric what must get better
 * @param patience epochs without improvement after which it ends
 * @param minDelta improvement that counts
 * @param restoreBest whether the result is the parameters of the epoch with the best value, also if all epochs are made
 */
@SpecType(
        key = "early_stopping",
        doc = "Ends the training when a metric no longer gets better.",
        formula = "stop after patience epochs in a row whose metric is not better than the best by more than min_delta",
        source = "keras.callbacks.EarlyStopping; Prechelt 1998")
public record EarlyStopping(
        @SpecParameter(doc = "What must get better, such as loss/validation.", byDefault = "loss/validation")
        String metric,

        @SpecParameter(
                doc = "Epochs without improvement after which the training ends.",
                byDefault = "10",
                min = 1,
                max = 1_000_000,
                unit = "epochs",
                main = true)
        int patience,

        @SpecParameter(doc = "Improvement that counts.", byDefault = "0", min = 0)
        double minDelta,

        @SpecParameter(doc = "Take the parameters of the best epoch as the result.", byDefault = "false")
        boolean restoreBest)
        implements StoppingSpec, SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Metric.inconsistency(metric);
    }
}
