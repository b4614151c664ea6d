package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.SgdStep;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.UpdateNorms;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** SGD with or without momentum; see {@link org.backprop.engine.kernels.Kernels#sgd}. */
final class SgdUpdate extends FlatUpdate {

    private NativeView gradient;
    private NativeView velocity;
    private float minusRate;
    private float decay;
    private float keep;
    private float take;
    private float direct;
    private float ahead;

    SgdUpdate(Team team, Scratch scratch) {
        super(team, scratch);
    }

    void run(
            SgdStep coefficients,
            double learningRate,
            long step,
            NativeView parameters,
            NativeView gradient,
            NativeView velocity,
            UpdateNorms norms) {
        this.gradient = gradient;
        this.velocity = velocity;
        minusRate = (float) -learningRate;
        decay = (float) coefficients.weightDecay();
        keep = step == 1 ? 0f : (float) coefficients.momentum();
        take = step == 1 ? 1f : (float) (1 - coefficients.dampening());
        direct = coefficients.nesterov() ? 1f : 0f;
        ahead = coefficients.nesterov() ? (float) coefficients.momentum() : 1f;
        run(parameters, norms);
    }

    @Override
    void update(long begin, long end, long sums) {
        if (velocity == null) {
            plain(parameter(begin), Lanes.at(gradient.address(), begin), (int) (end - begin), sums);
        } else {
            momentum(
                    parameter(begin),
                    Lanes.at(gradient.address(), begin),
                    Lanes.at(velocity.address(), begin),
                    (int) (end - begin),
                    sums);
        }
    }

    private void plain(long w, long g, int n, long sums) {
        FloatVector rate = FloatVector.broadcast(SPECIES, minusRate);
        FloatVector wd = FloatVector.broadcast(SPECIES, decay);
        FloatVector gradients = FloatVector.zero(SPECIES), before = gradients, after = gradients, updates = gradients;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector grad = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(g, i), ORDER, mask);
            FloatVector old = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(w, i), ORDER, mask);
            FloatVector change = old.fma(wd, grad).mul(rate);
            FloatVector next = old.add(change);
            next.intoMemorySegment(MEMORY, Lanes.at(w, i), ORDER, mask);
            gradients = grad.fma(grad, gradients);
            before = old.fma(old, before);
            after = next.fma(next, after);
            updates = change.fma(change, updates);
        }
        if (sums != 0) {
            gradients.intoMemorySegment(MEMORY, sums, ORDER);
            before.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
            after.intoMemorySegment(MEMORY, sums + 2L * Lanes.BYTES, ORDER);
            updates.intoMemorySegment(MEMORY, sums + 3L * Lanes.BYTES, ORDER);
        }
    }

    private void momentum(long w, long g, long v, int n, long sums) {
        FloatVector rate = FloatVector.broadcast(SPECIES, minusRate);
        FloatVector wd = FloatVector.broadcast(SPECIES, decay);
        FloatVector gradients = FloatVector.zero(SPECIES), before = gradients, after = gradients, updates = gradients;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector grad = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(g, i), ORDER, mask);
            FloatVector old = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(w, i), ORDER, mask);
            FloatVector decayed = old.fma(wd, grad);
            FloatVector moved = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(v, i), ORDER, mask)
                    .mul(keep)
                    .add(decayed.mul(take));
            moved.intoMemorySegment(MEMORY, Lanes.at(v, i), ORDER, mask);
            FloatVector change = decayed.mul(direct).add(moved.mul(ahead)).mul(rate);
            FloatVector next = old.add(change);
            next.intoMemorySegment(MEMORY, Lanes.at(w, i), ORDER, mask);
            gradients = grad.fma(grad, gradients);
            before = old.fma(old, before);
            after = next.fma(next, after);
            updates = change.fma(change, updates);
        }
        if (sums != 0) {
            gradients.intoMemorySegment(MEMORY, sums, ORDER);
            before.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
            after.intoMemorySegment(MEMORY, sums + 2L * Lanes.BYTES, ORDER);
            updates.intoMemorySegment(MEMORY, sums + 3L * Lanes.BYTES, ORDER);
        }
    }
}
