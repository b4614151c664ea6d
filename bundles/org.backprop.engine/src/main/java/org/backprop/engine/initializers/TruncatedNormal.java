package org.backprop.engine.initializers;

import org.backprop.engine.random.RandomSequence;
import org.backprop.model.TruncatedNormalInitializer;

/**
 * Draws normal values between two bounds by rejection: of normal values where the bounds are wide, else of uniform ones
 * (Robert: "Simulation of truncated normal variables", 1995). As the mean lies between the bounds, at least a third is
 * accepted.
 */
final class TruncatedNormal {

    private TruncatedNormal() {}

    static float[] values(TruncatedNormalInitializer spec, int length, RandomSequence random) {
        double low = (spec.low() - spec.mean()) / spec.std();
        double high = (spec.high() - spec.mean()) / spec.std();
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            double value = high - low > 1 ? ofNormals(low, high, random) : ofUniforms(low, high, random);
            values[i] = (float) Math.clamp(spec.mean() + spec.std() * value, spec.low(), spec.high());
        }
        return values;
    }

    private static double ofNormals(double low, double high, RandomSequence random) {
        double value = random.nextNormal();
        while (value < low || value > high) {
            value = random.nextNormal();
        }
        return value;
    }

    private static double ofUniforms(double low, double high, RandomSequence random) {
        while (true) {
            double value = low + (high - low) * random.nextUniform();
            if (random.nextUniform() < StrictMath.exp(-value * value / 2)) {
                return value;
            }
        }
    }
}
