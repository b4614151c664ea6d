package org.backprop.engine.train;

/** The {@link EpochProgress} of the epoch under way, which grows with each step. */
final class RunningProgress {

    private int samples;
    private double lossSum;
    private int correct;

    void add(int batch, double loss, int batchCorrect) {
        samples += batch;
        lossSum += loss * batch;
        correct += batchCorrect;
    }

    void set(EpochProgress progress) {
        samples = progress.samples();
        lossSum = progress.lossSum();
        correct = progress.correct();
    }

    EpochProgress get() {
        return new EpochProgress(samples, lossSum, correct);
    }
}
