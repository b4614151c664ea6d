package org.backprop.engine.data.points;

import org.backprop.engine.random.Draws;
import org.backprop.model.BlobsData;

/** Round clouds around random centres. */
public final class Blobs extends PointGenerator {

    /** A random stream that no sample takes. */
    private static final long CENTRES = -2;

    private final Point[] centres;

    public Blobs(BlobsData spec) {
        super(spec, spec.noise());
        Draws draws = new Draws(spec.seed(), CENTRES);
        float spread = (float) spec.spread();
        centres = new Point[spec.classes()];
        for (int i = 0; i < centres.length; i++) {
            float x = draws.uniform(-spread, spread);
            centres[i] = new Point(x, draws.uniform(-spread, spread));
        }
    }

    @Override
    Point point(int label, int place, int count, Draws draws) {
        return centres[label];
    }
}
