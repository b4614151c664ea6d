package org.backprop.engine.kernels;

/** Loops of batch normalization over Java arrays; each is small so that the JIT compiler vectorises it. */
final class BatchNormLoops {

    private BatchNormLoops() {}

    /** {@code sums += x - origins; squares += (x - origins)^2}. */
    static void addDistances(int count, float[] x, float[] origins, float[] sums, float[] squares) {
        for (int i = 0; i < count; i++) {
            float distance = x[i] - origins[i];
            sums[i] += distance;
            squares[i] += distance * distance;
        }
    }

    /** {@code x = (x - means) * scales + shifts}. */
    static void normalize(int count, float[] x, float[] means, float[] scales, float[] shifts) {
        for (int i = 0; i < count; i++) {
            x[i] = (x[i] - means[i]) * scales[i] + shifts[i];
        }
    }

    /** {@code sums += dz; dots += dz * (x - means)}. */
    static void addGradients(int count, float[] dz, float[] x, float[] means, float[] sums, float[] dots) {
        for (int i = 0; i < count; i++) {
            sums[i] += dz[i];
            dots[i] += dz[i] * (x[i] - means[i]);
        }
    }

    /** {@code dz = scales * (dz - sums - dots * (x - means))}. */
    static void differentiate(
            int count, float[] dz, float[] x, float[] means, float[] scales, float[] sums, float[] dots) {
        for (int i = 0; i < count; i++) {
            dz[i] = scales[i] * (dz[i] - sums[i] - dots[i] * (x[i] - means[i]));
        }
    }
}
