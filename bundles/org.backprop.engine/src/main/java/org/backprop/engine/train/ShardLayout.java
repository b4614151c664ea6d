package org.backprop.engine.train;

import java.util.Arrays;

import org.backprop.model.Batching;

/**
 * How the samples of a training set are shared out to workers for good, and still each of an epoch's batches has the size that
 * it has on one machine, with a part for each worker, and each sample is in one batch of an epoch: a worker's shard has as many
 * samples as its parts of an epoch's batches need. Shards are neighbouring samples.
 */
public final class ShardLayout {
    private final Batching batching;
    private final int workers;
    private final int[] bounds;
    private final int[] owners;

    /**
     * A layout.
     *
     * @param workers number of workers
     */
    public ShardLayout(Batching batching, int workers) {
        this.batching = batching;
        this.workers = workers;
        bounds = new int[workers + 1];
        for (int step = 0; step < batching.stepsPerEpoch(); step++) {
            int rows = batching.rows(step);
            int parts = BatchPart.parts(rows, workers);
            for (int part = 0; part < parts; part++) {
                bounds[part + 1] += size(rows, parts, part);
            }
        }
        owners = new int[batching.samples()];
        for (int worker = 0; worker < workers; worker++) {
            bounds[worker + 1] += bounds[worker];
            Arrays.fill(owners, bounds[worker], bounds[worker + 1], worker);
        }
    }

    private static int size(int rows, int parts, int part) {
        return BatchPart.from(rows, parts, part + 1) - BatchPart.from(rows, parts, part);
    }

    /** The first sample of a worker's shard; the number of samples for the worker behind the last. */
    public int from(int worker) {
        return bounds[worker];
    }

    /**
     * The samples of an epoch, batch after batch and in each part after part, with each worker's own samples in its parts.
     *
     * @param order the samples as they would come on one machine, each once: so do those of each worker
     */
    int[] arrange(int[] order) {
        int[] next = bounds.clone();
        int[] byWorker = new int[order.length];
        for (int sample : order) {
            byWorker[next[owners[sample]]++] = sample;
        }
        int[] arranged = new int[order.length];
        System.arraycopy(bounds, 0, next, 0, workers);
        int at = 0;
        for (int step = 0; step < batching.stepsPerEpoch(); step++) {
            int rows = batching.rows(step);
            int parts = BatchPart.parts(rows, workers);
            for (int part = 0; part < parts; part++) {
                int size = size(rows, parts, part);
                System.arraycopy(byWorker, next[part], arranged, at, size);
                next[part] += size;
                at += size;
            }
        }
        return arranged;
    }
}
