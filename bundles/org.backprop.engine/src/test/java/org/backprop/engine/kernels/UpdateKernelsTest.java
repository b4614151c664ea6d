package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.contract.Placed;
import org.backprop.engine.kernels.reference.ReferenceUpdates;

/** Updates of the parameters, with and without the norms that are taken on the way. */
class UpdateKernelsTest extends KernelContract {

    private static final int[] SIZES = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129, 5000, 100_003};
    private static final int NORMS = 3;

    @Override
    protected List<Call> list() {
        List<Call> calls = new ArrayList<>();
        for (int length : SIZES) {
            for (boolean norms : new boolean[] {true, false}) {
                calls.add(sgd(new SgdStep(0, 0, 0, false), 0.1, 1, length, norms));
                calls.add(sgd(new SgdStep(0.9, 0, 0, false), 0.01, 1, length, norms));
                calls.add(sgd(new SgdStep(0.9, 0.3, 0.01, false), 0.1, 7, length, norms));
                calls.add(sgd(new SgdStep(0.8, 0, 0.1, true), 0.1, 2, length, norms));
                calls.add(adam(new AdamStep(0.9, 0.999, 1e-8, 0), 0.001, 1, length, norms));
                calls.add(adam(new AdamStep(0.8, 0.99, 1e-6, 0.1), 0.01, 12, length, norms));
            }
        }
        return calls;
    }

    /** Two ranges where there is room for them, neither at the edge of a vector. */
    private static UpdateNorms ranges(int length) {
        return length < 7
                ? new UpdateNorms(new int[] {0}, new int[] {length})
                : new UpdateNorms(new int[] {0, length / 3 + 1}, new int[] {length / 3, length / 2});
    }

    private static Operands parameters(int length, boolean norms) {
        return new Operands()
                .updated("w", 1, length)
                .spoilt("g", 1, length)
                .result("norms", norms, ranges(length).count(), NORMS);
    }

    private static Call sgd(SgdStep step, double rate, long t, int length, boolean withNorms) {
        Operands operands = parameters(length, withNorms);
        if (step.momentum() != 0) {
            operands.updated("v", 1, length);
        }
        return operands.call(
                "update " + t + " of " + length + (withNorms ? " with norms by " : " by ") + rate + " of " + step,
                (kernels, on) -> {
                    UpdateNorms norms = withNorms ? ranges(length) : null;
                    kernels.sgd(step, rate, t, on.get("w"), on.get("g"), on.get("v"), norms);
                    store(norms, on);
                },
                on -> {
                    double[] before = on.get("w").clone();
                    ReferenceUpdates.sgd(step, rate, t, on.get("w"), on.get("g"), on.get("v"));
                    takeNorms(before, on);
                });
    }

    private static Call adam(AdamStep step, double rate, long t, int length, boolean withNorms) {
        Operands operands = parameters(length, withNorms);
        float[] squares = operands.draw(length);
        for (int i = 0; i < length; i++) {
            squares[i] = t == 1 ? 0 : 0.1f + squares[i] * squares[i];
        }
        float[] means = t == 1 ? new float[length] : operands.draw(length);
        return operands.updated("m", length, means)
                .updated("v", length, squares)
                .call(
                        "update " + t + " of " + length + (withNorms ? " with norms by " : " by ") + rate + " of "
                                + step,
                        (kernels, on) -> {
                            UpdateNorms norms = withNorms ? ranges(length) : null;
                            kernels.adam(step, rate, t, on.get("w"), on.get("g"), on.get("m"), on.get("v"), norms);
                            store(norms, on);
                        },
                        on -> {
                            double[] before = on.get("w").clone();
                            ReferenceUpdates.adam(step, rate, t, on.get("w"), on.get("g"), on.get("m"), on.get("v"));
                            takeNorms(before, on);
                        });
    }

    private static void store(UpdateNorms norms, Placed on) {
        if (norms != null) {
            float[] values = new float[norms.count() * NORMS];
            for (int range = 0; range < norms.count(); range++) {
                values[range * NORMS] = (float) norms.gradient(range);
                values[range * NORMS + 1] = (float) norms.weight(range);
                values[range * NORMS + 2] = (float) norms.updateRatio(range);
            }
            on.get("norms").set(values);
        }
    }

    private static void takeNorms(double[] before, Map<String, double[]> on) {
        if (on.get("norms") == null) {
            return;
        }
        UpdateNorms ranges = ranges(before.length);
        double[] gradient = on.get("g");
        double[] after = on.get("w");
        for (int range = 0; range < ranges.count(); range++) {
            double[] sums = new double[4];
            for (int i = ranges.offset(range); i < ranges.offset(range) + ranges.length(range); i++) {
                sums[0] += gradient[i] * gradient[i];
                sums[1] += before[i] * before[i];
                sums[2] += after[i] * after[i];
                sums[3] += (after[i] - before[i]) * (after[i] - before[i]);
            }
            ranges.set(range, sums[0], sums[1], sums[2], sums[3]);
            on.get("norms")[range * NORMS] = ranges.gradient(range);
            on.get("norms")[range * NORMS + 1] = ranges.weight(range);
            on.get("norms")[range * NORMS + 2] = ranges.updateRatio(range);
        }
    }
}
