package org.backprop.engine.data.points;

import org.backprop.engine.random.Draws;
import org.backprop.model.MoonsData;

/** Two interleaving half circles. */
public final class Moons extends PointGenerator {

    public Moons(MoonsData spec) {
        super(spec, spec.noise());
    }

    @Override
    Point point(int label, int place, int count, Draws draws) {
        Point arc = Point.polar(1, Math.PI * place / Math.max(1, count - 1));
        return label == 0 ? arc : new Point(1 - arc.x(), 0.5 - arc.y());
    }
}
