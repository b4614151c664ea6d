package org.backprop.engine.bench;

/**
 * What a contestant reports of one timed stretch of steps.
 *
 * @param steps number of steps timed
 * @param seconds wall time of them, with the ends of epochs
 * @param loss mean loss of the last batch, before its update
 * @param epochs ends of epochs in that time
 * @param epochSeconds the part of {@code seconds} that the ends of epochs took
 */
public record Measurement(int steps, double seconds, double loss, int epochs, double epochSeconds) {

    /** Steps per second. */
    public double rate() {
        return steps / seconds;
    }

    /** Steps per second without the ends of epochs. */
    public double rateWithinEpochs() {
        return steps / (seconds - epochSeconds);
    }
}
