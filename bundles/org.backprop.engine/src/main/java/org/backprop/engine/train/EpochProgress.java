package org.backprop.engine.train;

import java.util.OptionalDouble;

/**
 * Sums over the samples seen so far, from which an {@link Evaluation} is made.
 *
 * @param samples number of samples
 * @param lossSum sum of the batches' mean losses, each weighted by its number of samples
 * @param correct number of correctly classified samples; 0 for regression
 */
public record EpochProgress(int samples, double lossSum, int correct) {

    /** Nothing seen yet. */
    public static final EpochProgress NONE = new EpochProgress(0, 0, 0);

    EpochProgress plus(int batch, double loss, int batchCorrect) {
        return new EpochProgress(samples + batch, lossSum + loss * batch, correct + batchCorrect);
    }

    Evaluation evaluation(boolean classifies) {
        return new Evaluation(
                samples,
                lossSum / samples,
                classifies ? OptionalDouble.of((double) correct / samples) : OptionalDouble.empty());
    }
}
