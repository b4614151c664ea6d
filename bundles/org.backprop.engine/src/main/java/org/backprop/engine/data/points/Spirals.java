package org.backprop.engine.data.points;

import org.backprop.engine.random.Draws;
import org.backprop.model.SpiralsData;

/** Spiral arms from the origin to the unit circle. */
public final class Spirals extends PointGenerator {

    private final SpiralsData spec;

    public Spirals(SpiralsData spec) {
        super(spec, spec.noise());
        this.spec = spec;
    }

    @Override
    Point point(int label, int place, int count, Draws draws) {
        double radius = (place + 1.0) / count;
        return Point.polar(radius, 2 * Math.PI * (spec.turns() * radius + (double) label / spec.classes()));
    }
}
