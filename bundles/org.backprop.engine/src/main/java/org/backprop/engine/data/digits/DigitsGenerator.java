package org.backprop.engine.data.digits;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Memory;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.digits.DigitStrokes.Stroke;
import org.backprop.model.Shape;

/**
 * Generates 28 x 28 grey pictures that look like handwritten digits.
 *
 * <p>Sample {@code i} is the digit {@code i mod 10}; its picture depends on (seed, i) alone, so that any samples can be
 * made in any order, at the same time, and come out equal on every machine.
 */
public final class DigitsGenerator {

    /** Pixels on a side. */
    public static final int SIZE = 28;

    private static final int PIXELS = SIZE * SIZE;
    private static final int CHUNK = 256;
    private static final Shape SHAPE = new Shape(List.of(1, SIZE, SIZE));
    private static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private final long seed;

    public DigitsGenerator(long seed) {
        this.seed = seed;
    }

    /** The digit that sample {@code index} shows. */
    public static int label(int index) {
        return index % CLASSES.size();
    }

    /**
     * The samples with the given indices, in that order: shape [1, 28, 28], values 0 (paper) to 1 (ink); ten classes, or
     * the digit as the target.
     *
     * @throws DataException if memory is too small for them
     * @throws CancellationException if {@code progress} is canceled
     */
    public Dataset generate(int[] indices, boolean classification, Progress progress) throws DataException {
        float[] features = Memory.floats(indices.length, PIXELS, "digits");
        drawAll(indices, features, progress);
        int[] labels = IntStream.of(indices).map(DigitsGenerator::label).toArray();
        return Dataset.of(SHAPE, features, labels, classification ? CLASSES : null);
    }

    private void drawAll(int[] indices, float[] features, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        int chunks = Math.ceilDiv(indices.length, CHUNK);
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            if (!progress.canceled()) {
                int from = chunk * CHUNK;
                int to = Math.min(from + CHUNK, indices.length);
                for (int i = from; i < to; i++) {
                    draw(indices[i], features, i * PIXELS);
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

    /** Draws sample {@code index} into the 784 zeroes of {@code pixels} from {@code offset} on. */
    void draw(int index, float[] pixels, int offset) {
        Draws draws = new Draws(seed, index);
        List<List<Stroke>> styles = DigitStrokes.of(label(index));
        List<Stroke> strokes = styles.get(draws.below(styles.size()));
        Distortion hand = new Distortion(draws, SIZE);
        StrokeRasterizer pen = new StrokeRasterizer(pixels, offset, SIZE, draws.uniform(0.6f, 1f));
        float radius = draws.uniform(0.7f, 1.7f);
        for (Stroke stroke : strokes) {
            Stroke drawn = hand.apply(stroke);
            pen.spline(
                    drawn.x(),
                    drawn.y(),
                    drawn.closed(),
                    radius * draws.uniform(0.75f, 1.25f),
                    radius * draws.uniform(0.75f, 1.25f));
        }
        Degradation.apply(draws, pixels, offset, SIZE);
    }
}
