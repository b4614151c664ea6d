package org.backprop.engine.data.digits;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Generation;
import org.backprop.engine.data.Generator;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.digits.DigitStrokes.Stroke;
import org.backprop.engine.random.Draws;
import org.backprop.model.Shape;

/** Generates 28 x 28 grey pictures that look like handwritten digits; sample {@code i} is the digit {@code i mod 10}. */
public final class DigitsGenerator implements Generator {

    /** Pixels on a side. */
    public static final int SIZE = 28;

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

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public List<String> classes() {
        return CLASSES;
    }

    /**
     * The samples with the given indices, in that order: shape [1, 28, 28], values 0 (paper) to 1 (ink); ten classes, or
     * the digit as the target.
     *
     * @throws DataException if memory is too small for them
     * @throws java.util.concurrent.CancellationException if {@code progress} is canceled
     */
    public Dataset generate(int[] indices, boolean classification, Progress progress) throws DataException {
        return new Generation("digits", this, indices.length, classification, progress).select(indices);
    }

    @Override
    public float draw(int index, float[] pixels, int offset) {
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
        return label(index);
    }
}
