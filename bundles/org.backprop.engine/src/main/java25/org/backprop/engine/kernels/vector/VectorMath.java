package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Elementary functions of runs of values; NaN gives NaN. The exponential is right within about 2 units in the last place
 * (coefficients: Moshier, Cephes mathematical library, expf).
 *
 * <p>They go from memory to memory: the compiler would not inline functions of this size, and a vector that is passed to a
 * call lands on the heap.
 */
final class VectorMath {

    private static final float MIN_ARGUMENT = -87.3f;
    private static final float MAX_ARGUMENT = 88f;
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;

    /** 1.5 * 2^23: adding it rounds to a whole number, which then stands in the low bits. */
    private static final float ROUNDER = 0x1.8p23f;

    private static final int SQRT_HALF_BITS = Float.floatToRawIntBits((float) Math.sqrt(0.5));
    private static final int MANTISSA_BITS = 23;
    private static final int EXPONENT_BIAS = 127;

    private VectorMath() {}

    /**
     * {@code to = e^(scale * from + shift)}; an exponent below -87.3 counts as -87.3 (1e-38), one above 88 as 88 (2e38).
     * {@code to} may be {@code from}.
     */
    static void exp(long from, float scale, float shift, long to, int n) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector x = FloatVector.fromMemorySegment(SPECIES, MEMORY, from + (long) i * Float.BYTES, ORDER, mask)
                    .fma(FloatVector.broadcast(SPECIES, scale), FloatVector.broadcast(SPECIES, shift))
                    .max(FloatVector.broadcast(SPECIES, MIN_ARGUMENT))
                    .min(FloatVector.broadcast(SPECIES, MAX_ARGUMENT));
            FloatVector shifted =
                    x.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ROUNDER));
            FloatVector whole = shifted.sub(FloatVector.broadcast(SPECIES, ROUNDER));
            FloatVector r = whole.fma(
                    FloatVector.broadcast(SPECIES, -LN2_LOW), whole.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), x));
            FloatVector p = FloatVector.broadcast(SPECIES, 1.9875691500e-4f)
                    .fma(r, FloatVector.broadcast(SPECIES, 1.3981999507e-3f))
                    .fma(r, FloatVector.broadcast(SPECIES, 8.3334519073e-3f))
                    .fma(r, FloatVector.broadcast(SPECIES, 4.1665795894e-2f))
                    .fma(r, FloatVector.broadcast(SPECIES, 1.6666665459e-1f))
                    .fma(r, FloatVector.broadcast(SPECIES, 5.0000001201e-1f))
                    .fma(r.mul(r), r)
                    .add(FloatVector.broadcast(SPECIES, 1f));
            IntVector power = shifted.reinterpretAsInts()
                    .sub(Float.floatToRawIntBits(ROUNDER) - EXPONENT_BIAS)
                    .lanewise(VectorOperators.LSHL, MANTISSA_BITS);
            p.mul(power.reinterpretAsFloats()).intoMemorySegment(MEMORY, to + (long) i * Float.BYTES, ORDER, mask);
        }
    }

    /**
     * {@code y = log(y)}: -infinity for 0, NaN for negative values. The mantissa is brought between sqrt(1/2) and sqrt(2)
     * (coefficients: Moshier, Cephes mathematical library, logf).
     */
    static void log(long y, int n) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector x = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(y, i), ORDER, mask);
            IntVector exponent =
                    x.reinterpretAsInts().sub(SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, MANTISSA_BITS);
            FloatVector e = (FloatVector) exponent.convertShape(VectorOperators.I2F, SPECIES, 0);
            FloatVector f = x.reinterpretAsInts()
                    .sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector z = f.mul(f);
            FloatVector p = FloatVector.broadcast(SPECIES, 7.0376836292e-2f)
                    .fma(f, FloatVector.broadcast(SPECIES, -1.1514610310e-1f))
                    .fma(f, FloatVector.broadcast(SPECIES, 1.1676998740e-1f))
                    .fma(f, FloatVector.broadcast(SPECIES, -1.2420140846e-1f))
                    .fma(f, FloatVector.broadcast(SPECIES, 1.4249322787e-1f))
                    .fma(f, FloatVector.broadcast(SPECIES, -1.6668057665e-1f))
                    .fma(f, FloatVector.broadcast(SPECIES, 2.0000714765e-1f))
                    .fma(f, FloatVector.broadcast(SPECIES, -2.4999993993e-1f))
                    .fma(f, FloatVector.broadcast(SPECIES, 3.3333331174e-1f))
                    .mul(f)
                    .mul(z);
            FloatVector low = e.fma(FloatVector.broadcast(SPECIES, LN2_LOW), p)
                    .add(z.mul(-0.5f))
                    .add(f);
            FloatVector log = e.fma(FloatVector.broadcast(SPECIES, LN2_HIGH), low);
            x.sqrt()
                    .add(Float.NEGATIVE_INFINITY)
                    .blend(log, x.compare(VectorOperators.GT, 0f))
                    .blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY))
                    .intoMemorySegment(MEMORY, Lanes.at(y, i), ORDER, mask);
        }
    }

    /** {@code y = 1 / (1 + e^-y)}. */
    static void sigmoid(long y, int n) {
        exp(y, -1f, 0f, y, n);
        quotient(y, 1f, 0f, n);
    }

    /** {@code y = tanh(y) = 1 - 2 / (1 + e^2y)}, within 1e-7. */
    static void tanh(long y, int n) {
        exp(y, 2f, 0f, y, n);
        quotient(y, -2f, 1f, n);
    }

    /** {@code y = numerator / (1 + y) + shift}. */
    private static void quotient(long y, float numerator, float shift, int n) {
        FloatVector ones = FloatVector.broadcast(SPECIES, 1f);
        FloatVector numerators = FloatVector.broadcast(SPECIES, numerator);
        FloatVector shifts = FloatVector.broadcast(SPECIES, shift);
        int whole = n / Lanes.COUNT * Lanes.COUNT;
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            long at = Lanes.at(y, i);
            FloatVector exp = FloatVector.fromMemorySegment(SPECIES, MEMORY, at, ORDER);
            numerators.div(exp.add(ones)).add(shifts).intoMemorySegment(MEMORY, at, ORDER);
        }
        for (int i = whole; i < n; i++) {
            Lanes.set(Lanes.at(y, i), numerator / (Lanes.get(Lanes.at(y, i)) + 1f) + shift);
        }
    }
}
