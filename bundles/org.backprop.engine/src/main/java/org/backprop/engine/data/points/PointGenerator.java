package org.backprop.engine.data.points;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.Generator;
import org.backprop.engine.random.Draws;
import org.backprop.model.GeneratedData;
import org.backprop.model.Shape;

/** A generator of noisy points of the plane. */
abstract class PointGenerator implements Generator {

    private final int samples;
    private final long seed;
    private final float noise;
    private final List<String> classes;

    PointGenerator(GeneratedData spec, double noise) {
        samples = spec.samples();
        seed = spec.seed();
        this.noise = (float) noise;
        classes = IntStream.range(0, spec.classCount().orElseThrow())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** A point before noise. */
    record Point(double x, double y) {

        /** The point at an angle, in radians, and a distance from the origin. */
        static Point polar(double radius, double angle) {
            return new Point(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        }
    }

    /**
     * A point of a class, before noise.
     *
     * @param place the point's number within its class, from 0
     * @param count how many points the class has
     * @param draws the point's random numbers; the noise follows
     */
    abstract Point point(int label, int place, int count, Draws draws);

    @Override
    public final Shape shape() {
        return GeneratedData.POINT;
    }

    @Override
    public final List<String> classes() {
        return classes;
    }

    @Override
    public final float draw(int index, float[] features, int offset) {
        int label = index % classes.size();
        int count = (samples - label + classes.size() - 1) / classes.size();
        Draws draws = new Draws(seed, index);
        Point point = point(label, index / classes.size(), count, draws);
        features[offset] = (float) point.x() + noise * draws.normal();
        features[offset + 1] = (float) point.y() + noise * draws.normal();
        return label;
    }
}
