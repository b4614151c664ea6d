package org.backprop.engine.data.points;

import org.backprop.engine.random.Draws;
import org.backprop.model.XorData;

/** Points of the square from -1 to 1; the quadrants take turns, so that the classes do. */
public final class Xor extends PointGenerator {

    public Xor(XorData spec) {
        super(spec, spec.noise());
    }

    @Override
    Point point(int label, int place, int count, Draws draws) {
        float x = draws.uniform(0, 1);
        float y = draws.uniform(0, 1);
        int signX = place % 2 == 0 ? 1 : -1;
        int signY = label == 0 ? signX : -signX;
        return new Point(signX * x, signY * y);
    }
}
