package org.backprop.engine.data.augmentation;

import org.backprop.engine.random.Draws;

/** Random other samples of the training set, changed as far as the sample that they are mixed with. */
interface Partners {

    /** Makes {@code specimen} a random sample. */
    void draw(Specimen specimen, Work work);

    /** Gives {@code specimen} the share {@code lambda} of its target and the rest of the other's. */
    void mixTargets(Specimen specimen, Specimen other, float lambda, Work work);

    /**
     * A number of the distribution Beta(alpha, alpha), by rejection (Johnk 1964): with {@code u, v} uniform,
     * {@code u^(1/alpha) / (u^(1/alpha) + v^(1/alpha))} where the sum is at most 1.
     * {@link StrictMath#pow}, which takes memory, is left out.
     */
    static float beta(Draws draws, double alpha) {
        while (true) {
            double u = draws.uniform(0, 1);
            double v = draws.uniform(0, 1);
            double x = StrictMath.exp(StrictMath.log(u) / alpha);
            double y = StrictMath.exp(StrictMath.log(v) / alpha);
            if (x + y == 0) {
                return u > v ? 1 : 0;
            }
            if (x + y <= 1) {
                return (float) (x / (x + y));
            }
        }
    }
}
