package org.backprop.runlog.run;

/**
 * Size of the training.
 *
 * @param epochs planned epochs, at least 0
 * @param stepsPerEpoch steps (batches) in each, at least 0
 * @param parameters trainable parameters of the network, at least 0
 */
public record Plan(int epochs, long stepsPerEpoch, long parameters) {
    /** Checks the ranges. */
    public Plan {
        if (epochs < 0 || stepsPerEpoch < 0 || parameters < 0) {
            throw new IllegalArgumentException("negative: " + epochs + ", " + stepsPerEpoch + ", " + parameters);
        }
    }

    /** Planned steps of all epochs; {@code Long.MAX_VALUE} if they are more. */
    public long steps() {
        return stepsPerEpoch > Long.MAX_VALUE / Math.max(1, epochs) ? Long.MAX_VALUE : epochs * stepsPerEpoch;
    }
}
