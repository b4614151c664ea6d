package org.backprop.engine.data.points;

import org.backprop.engine.random.Draws;
import org.backprop.model.CirclesData;

/** A circle inside of another. */
public final class Circles extends PointGenerator {

    private final double factor;

    public Circles(CirclesData spec) {
        super(spec, spec.noise());
        factor = spec.factor();
    }

    @Override
    Point point(int label, int place, int count, Draws draws) {
        return Point.polar(label == 0 ? 1 : factor, 2 * Math.PI * place / count);
    }
}
