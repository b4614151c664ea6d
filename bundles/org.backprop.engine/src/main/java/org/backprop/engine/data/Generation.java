package org.backprop.engine.data;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A source whose samples are generated, on all processors, when they are selected.
 *
 * @param what the data's name in messages
 * @param generator computes the samples
 * @param count number of samples
 * @param classification whether samples get labels, else their class or number is the target
 */
public record Generation(String what, Generator generator, int count, boolean classification, Progress progress)
        implements Source {

    private static final int CHUNK = 256;

    /**
     * Checks that there are classes if they are wanted.
     *
     * @throws DataException if there are none
     */
    static Generation of(String what, Generator generator, int count, boolean classification, Progress progress)
            throws DataException {
        if (classification && generator.classes().isEmpty()) {
            throw new DataException(
                    what + ": the target is a number, and the loss needs classes; use the loss mse, or other data");
        }
        return new Generation(what, generator, count, classification, progress);
    }

    @Override
    public int[] labels() {
        int classes = generator.classes().size();
        return classification ? IntStream.range(0, count).map(i -> i % classes).toArray() : null;
    }

    @Override
    public boolean mayRepeat() {
        return false;
    }

    @Override
    public Dataset select(int[] indices) throws DataException {
        int width = (int) generator.shape().size();
        float[] features = Memory.floats(indices.length, width, what);
        float[] targets = new float[indices.length];
        drawAll(indices, features, width, targets);
        if (!classification) {
            return new Dataset(generator.shape(), features, null, targets, List.of());
        }
        int[] labels = new int[targets.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) targets[i];
        }
        return new Dataset(generator.shape(), features, labels, null, generator.classes());
    }

    private void drawAll(int[] indices, float[] features, int width, float[] targets) {
        AtomicInteger done = new AtomicInteger();
        int chunks = Math.ceilDiv(indices.length, CHUNK);
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            if (!progress.canceled()) {
                int from = chunk * CHUNK;
                int to = Math.min(from + CHUNK, indices.length);
                for (int i = from; i < to; i++) {
                    targets[i] = generator.draw(indices[i], features, i * width);
                }
                synchronized (done) {
                    progress.report(done.addAndGet(to - from), indices.length);
                }
            }
        });
        if (done.get() < indices.length) {
            throw new CancellationException();
        }
    }
}
