package org.backprop.model;

/**
 * How an epoch is cut into batches.
 *
 * @param samples samples of the training set
 * @param batchSize samples in a full batch, at most {@code samples}
 * @param shared samples that consecutive batches have in common, less than {@code batchSize} unless that is 1
 */
public record Batching(int samples, int batchSize, int shared) {

    /** The batches of a training. */
    public static Batching of(TrainingSection settings, int samples) {
        int size = batchSize(settings, samples);
        int shared = settings.optimizer() instanceof MultiBatchLbfgs spec
                ? Math.max(1, (int) Math.round(spec.overlap() * size))
                : 0;
        return new Batching(samples, size, shared);
    }

    /** Samples in a full batch: the configured number, or all for "full", for gradient descent and where there are fewer. */
    public static int batchSize(TrainingSection settings, int samples) {
        boolean full = settings.fullBatch() || settings.optimizer() instanceof GradientDescent;
        return full ? samples : Math.min(settings.batchSize(), samples);
    }

    private int stride() {
        return Math.max(1, batchSize - shared);
    }

    /** Number of steps of an epoch; the last one may have a smaller batch. */
    public int stepsPerEpoch() {
        return Math.ceilDiv(Math.max(0, samples - batchSize), stride()) + 1;
    }

    /** Position in the epoch of the first sample of the batch after {@code step} steps, over all epochs. */
    public int from(long step) {
        return (int) (step % stepsPerEpoch()) * stride();
    }

    /** Samples in the batch after {@code step} steps. */
    public int rows(long step) {
        return Math.min(batchSize, samples - from(step));
    }

    /** The epoch, from 0, of the batch after {@code step} steps. */
    public int epoch(long step) {
        return (int) (step / stepsPerEpoch());
    }
}
