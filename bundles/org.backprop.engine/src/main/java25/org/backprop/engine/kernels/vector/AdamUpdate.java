package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.AdamStep;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.UpdateNorms;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Adam; see {@link org.backprop.engine.kernels.Kernels#adam}. */
final class AdamUpdate extends FlatUpdate {

    private NativeView gradient;
    private NativeView mean;
    private NativeView variance;
    private float minusRate;
    private float correction;
    private float decay;
    private float minusShrink;
    private float beta1;
    private float beta2;
    private float rest1;
    private float rest2;
    private float epsilon;

    AdamUpdate(Team team, Scratch scratch) {
        super(team, scratch);
    }

    void run(
            AdamStep coefficients,
            double learningRate,
            long step,
            NativeView parameters,
            NativeView gradient,
            NativeView mean,
            NativeView variance,
            UpdateNorms norms) {
        this.gradient = gradient;
        this.mean = mean;
        this.variance = variance;
        minusRate = (float) (-learningRate / (1 - Math.pow(coefficients.beta1(), step)));
        correction = (float) (1 / Math.sqrt(1 - Math.pow(coefficients.beta2(), step)));
        decay = coefficients.penalty();
        minusShrink = (float) (coefficients.kept(learningRate) - 1);
        beta1 = (float) coefficients.beta1();
        beta2 = (float) coefficients.beta2();
        rest1 = (float) (1 - coefficients.beta1());
        rest2 = (float) (1 - coefficients.beta2());
        epsilon = (float) coefficients.epsilon();
        run(parameters, norms);
    }

    /** Two loops over a block, which stays in the nearest cache: one is too much for the first compiler, see {@link Lanes}. */
    @Override
    void update(long begin, long end, long sums) {
        long w = parameter(begin);
        long g = Lanes.at(gradient.address(), begin);
        long m = Lanes.at(mean.address(), begin);
        long v = Lanes.at(variance.address(), begin);
        int n = (int) (end - begin);
        moments(w, g, m, v, n, sums);
        parameters(w, m, v, n, sums);
    }

    private void moments(long w, long g, long m, long v, int n, long sums) {
        FloatVector wd = FloatVector.broadcast(SPECIES, decay);
        FloatVector keep1 = FloatVector.broadcast(SPECIES, beta1);
        FloatVector keep2 = FloatVector.broadcast(SPECIES, beta2);
        FloatVector take1 = FloatVector.broadcast(SPECIES, rest1);
        FloatVector take2 = FloatVector.broadcast(SPECIES, rest2);
        FloatVector gradients = FloatVector.zero(SPECIES);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector grad = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(g, i), ORDER, mask);
            FloatVector decayed = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(w, i), ORDER, mask)
                    .fma(wd, grad);
            FloatVector first = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(m, i), ORDER, mask)
                    .mul(keep1);
            FloatVector second = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(v, i), ORDER, mask)
                    .mul(keep2);
            decayed.fma(take1, first).intoMemorySegment(MEMORY, Lanes.at(m, i), ORDER, mask);
            decayed.mul(decayed).fma(take2, second).intoMemorySegment(MEMORY, Lanes.at(v, i), ORDER, mask);
            gradients = grad.fma(grad, gradients);
        }
        if (sums != 0) {
            gradients.intoMemorySegment(MEMORY, sums, ORDER);
        }
    }

    private void parameters(long w, long m, long v, int n, long sums) {
        FloatVector rate = FloatVector.broadcast(SPECIES, minusRate);
        FloatVector shrink = FloatVector.broadcast(SPECIES, minusShrink);
        FloatVector scale = FloatVector.broadcast(SPECIES, correction);
        FloatVector least = FloatVector.broadcast(SPECIES, Math.max(epsilon, Float.MIN_NORMAL));
        FloatVector before = FloatVector.zero(SPECIES), after = before, updates = before;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector old = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(w, i), ORDER, mask);
            FloatVector root = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(v, i), ORDER, mask)
                    .sqrt()
                    .fma(scale, least);
            FloatVector change = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(m, i), ORDER, mask)
                    .mul(rate)
                    .div(root)
                    .add(old.mul(shrink));
            FloatVector next = old.add(change);
            next.intoMemorySegment(MEMORY, Lanes.at(w, i), ORDER, mask);
            before = old.fma(old, before);
            after = next.fma(next, after);
            updates = change.fma(change, updates);
        }
        if (sums != 0) {
            before.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
            after.intoMemorySegment(MEMORY, sums + 2L * Lanes.BYTES, ORDER);
            updates.intoMemorySegment(MEMORY, sums + 3L * Lanes.BYTES, ORDER);
        }
    }
}
