package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.data.augmentation.Work;

/**
 * Assembles batches, augmented or only read from a file: while the network learns from one, threads of its own make the next. What is in a batch
 * does not depend on the threads. After the first batch nothing is allocated.
 */
final class Prefetch implements AutoCloseable {

    /** Samples that a thread takes at a time. */
    private static final int CHUNK = 4;

    private static final int MOST_THREADS = 4;

    private final Augmenter augmenter;
    private final int samples;
    private final int width;
    private final Work work;
    private final AugmentedBatch[] batches = new AugmentedBatch[2];
    private final List<Thread> threads = new ArrayList<>();
    private int current;

    // Guarded by this object's monitor.
    private AugmentedBatch job;
    private int next;
    private int done;
    private boolean closed = true;
    private Throwable failure;

    /**
     * Prepares batches.
     *
     * @param samples size of the training set
     * @param width values of a sample
     * @param mostInBatch samples in the greatest batch
     */
    Prefetch(Augmenter augmenter, int samples, int width, int mostInBatch) {
        this.augmenter = augmenter;
        this.samples = samples;
        this.width = width;
        work = augmenter.work();
        for (int i = 0; i < batches.length; i++) {
            batches[i] = new AugmentedBatch(mostInBatch, width);
        }
    }

    /** Half of the processors, as the kernels need the others. */
    static int defaultThreads() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_THREADS);
    }

    /** Starts the threads; without them each batch is made when it is taken. */
    void open(int count) {
        closed = false;
        for (int i = 0; i < count; i++) {
            Work own = augmenter.work();
            Thread thread = new Thread(() -> serve(own), "backprop-augmentation-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /**
     * The batch of the {@code count} samples {@code order[from ..]}, or {@code from ..} if order is null; it is
     * overwritten by the call after the next. Another batch of as many samples, or those left in the epoch, is begun.
     */
    AugmentedBatch take(int epoch, int[] order, int from, int count) {
        finish();
        AugmentedBatch batch = batches[current];
        if (!batch.holds(epoch, from, count)) {
            begin(batch, epoch, order, from, count);
            finish();
        }
        current = 1 - current;
        int following = from + count;
        if (!threads.isEmpty() && following < samples) {
            begin(batches[current], epoch, order, following, Math.min(count, samples - following));
        }
        return batch;
    }

    /** The batch of these samples; it is overwritten by the next call. Nothing is begun. */
    AugmentedBatch make(int epoch, int[] of) {
        finish();
        begin(batches[current], epoch, of, 0, of.length);
        finish();
        return batches[current];
    }

    private synchronized void begin(AugmentedBatch batch, int epoch, int[] order, int from, int count) {
        batch.plan(epoch, order, from, count);
        job = batch;
        next = 0;
        done = 0;
        notifyAll();
    }

    /** Helps with the batch that was begun, and waits until it is complete. */
    private void finish() {
        while (assembleChunk(work)) {
            // There may be more.
        }
        boolean interrupted = false;
        synchronized (this) {
            while (job != null && done < job.count() && failure == null) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            job = null;
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw new IllegalStateException("a batch could not be assembled", failure);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Work own) {
        while (awaitChunk()) {
            assembleChunk(own);
        }
    }

    /** Waits for something to do; false if there will be nothing more. */
    private synchronized boolean awaitChunk() {
        while (!closed && (job == null || next >= job.count())) {
            try {
                wait();
            } catch (InterruptedException e) {
                return false;
            }
        }
        return !closed;
    }

    /** Takes a chunk of the batch under work and assembles it; false if none was left. */
    private boolean assembleChunk(Work own) {
        AugmentedBatch batch;
        int first;
        synchronized (this) {
            if (job == null || next >= job.count()) {
                return false;
            }
            batch = job;
            first = next;
            next += CHUNK;
        }
        int end = Math.min(first + CHUNK, batch.count());
        try {
            for (int i = first; i < end; i++) {
                batch.targets()[i] = augmenter.draw(batch.epoch(), batch.sample(i), own, batch.features(), i * width);
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        synchronized (this) {
            done += end - first;
            if (done == batch.count()) {
                notifyAll();
            }
        }
        return true;
    }

    private synchronized void fail(Throwable e) {
        failure = e;
        notifyAll();
    }

    /** Ends the threads. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            interrupted |= !join(thread);
        }
        threads.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the end of a thread; false if this one was interrupted meanwhile. */
    private static boolean join(Thread thread) {
        try {
            thread.join();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
