package org.backprop.engine.data;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/**
 * Features of a generator, each sample computed once: when it is asked for, or ahead by a thread in the background as
 * soon as a batch was asked for, so that a training can begin with the first batch and a prediction computes none.
 */
final class DrawnFeatures implements ArrayFeatures {

    /** Fewer samples than this are all computed with the first batch. */
    private static final int FEW = 10_000;

    private static final int CHUNK = 256;
    private static final int MISSING = 0;
    private static final int CLAIMED = 1;
    private static final int DRAWN = 2;

    private final Generator generator;
    private final int[] indices;
    private final float[] values;
    private final float[] targets;
    private final int width;
    private final Progress progress;
    private final AtomicIntegerArray states;
    private final AtomicInteger missing;
    private final AtomicBoolean ahead = new AtomicBoolean();

    /**
     * Features that are computed later.
     *
     * @param indices the samples
     * @param values zeroes, which the samples replace
     * @param targets gets the target of each sample, with its features
     */
    DrawnFeatures(Generator generator, int[] indices, float[] values, float[] targets, Progress progress) {
        this.generator = generator;
        this.indices = indices;
        this.values = values;
        this.targets = targets;
        this.progress = progress;
        width = (int) generator.shape().size();
        states = new AtomicIntegerArray(indices.length);
        missing = new AtomicInteger(indices.length);
    }

    private void beginAhead() {
        if (ahead.compareAndSet(false, true)) {
            Thread thread = new Thread(this::drawAhead, "backprop-samples");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void drawAhead() {
        for (int i = 0; i < indices.length && !progress.canceled(); i++) {
            draw(i);
        }
    }

    @Override
    public int count() {
        return indices.length;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void read(int sample, float[] to, int at) {
        await(sample);
        System.arraycopy(values, sample * width, to, at, width);
    }

    @Override
    public float[] values(int[] order, int from, int count) {
        if (indices.length < FEW) {
            return values();
        }
        if (missing.get() > 0) {
            beginAhead();
            for (int i = from; i < from + count; i++) {
                draw(order == null ? i : order[i]);
            }
            for (int i = from; i < from + count; i++) {
                await(order == null ? i : order[i]);
            }
        }
        return values;
    }

    /**
     * {@inheritDoc} Computes what is missing, on all processors.
     *
     * @throws CancellationException if the progress is canceled
     */
    @Override
    public float[] values() {
        if (missing.get() > 0) {
            IntStream.range(0, Math.ceilDiv(indices.length, CHUNK)).parallel().forEach(this::drawChunk);
            for (int i = 0; i < indices.length; i++) {
                await(i);
            }
        }
        return values;
    }

    private void drawChunk(int chunk) {
        for (int i = chunk * CHUNK; i < Math.min((chunk + 1) * CHUNK, indices.length); i++) {
            if (progress.canceled()) {
                throw new CancellationException();
            }
            draw(i);
        }
        synchronized (states) {
            progress.report(indices.length - missing.get(), indices.length);
        }
    }

    /** Waits for a sample that another thread computes, or computes it. */
    private void await(int sample) {
        while (states.get(sample) != DRAWN) {
            draw(sample);
            Thread.onSpinWait();
        }
    }

    /** Computes a sample unless another thread has begun to. */
    private void draw(int sample) {
        if (states.get(sample) == MISSING && states.compareAndSet(sample, MISSING, CLAIMED)) {
            int state = MISSING;
            try {
                targets[sample] = generator.draw(indices[sample], values, sample * width);
                state = DRAWN;
            } finally {
                states.set(sample, state);
            }
            missing.decrementAndGet();
        }
    }
}
