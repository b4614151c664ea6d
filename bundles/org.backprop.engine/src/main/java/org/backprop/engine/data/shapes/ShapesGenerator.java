package org.backprop.engine.data.shapes;

import java.util.List;
import java.util.stream.Stream;

import org.backprop.engine.data.Generator;
import org.backprop.engine.random.Draws;
import org.backprop.model.Shape;

/** Generates 32 x 32 colour images, values 0 to 1, of ten figures. */
public final class ShapesGenerator implements Generator {

    /** Pixels on a side. */
    public static final int SIZE = 32;

    private static final Shape SHAPE = Shape.of(3, SIZE, SIZE);
    private static final List<String> CLASSES =
            Stream.of(Figure.values()).map(Figure::key).toList();

    private final long seed;

    public ShapesGenerator(long seed) {
        this.seed = seed;
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public List<String> classes() {
        return CLASSES;
    }

    @Override
    public float draw(int index, float[] features, int offset) {
        int label = index % CLASSES.size();
        new Scene(new Draws(seed, index), features, offset, SIZE).draw(Figure.values()[label]);
        return label;
    }
}
