package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.contract.Windows;
import org.backprop.engine.kernels.reference.ReferencePool;
import org.backprop.model.Window;

/** Pools of greatest elements, among them equal ones, and of means. */
class PoolKernelsTest extends KernelContract {

    private static final int SAMPLES = 3;

    @Override
    protected List<Call> list() {
        List<Call> calls = new ArrayList<>();
        for (Window window : Windows.withoutDilation()) {
            addAll(calls, window, 2);
        }
        addAll(calls, Windows.tiled(28, 28, 2), 6);
        addAll(calls, Windows.tiled(8, 8, 8), 17);
        addAll(calls, Windows.padded(32, 32, 3, 1), 16);
        calls.add(maxForward(new ReferencePool(Windows.tiled(4, 6, 2), SAMPLES), "infinite", infinite(SAMPLES * 24)));
        calls.add(maxForward(new ReferencePool(Windows.padded(5, 8, 3, 1), SAMPLES), "NaN", oneNaN(SAMPLES * 40)));
        return calls;
    }

    private static void addAll(List<Call> calls, Window window, int channels) {
        ReferencePool pool = new ReferencePool(window, SAMPLES * channels);
        int pixels = SAMPLES * channels * window.height() * window.width();
        calls.add(maxForward(pool, "negative", negative(pixels)));
        calls.add(maxBackward(pool));
        calls.add(averageForward(pool));
        calls.add(averageBackward(pool));
    }

    private static float[] negative(int length) {
        float[] values = new Operands().draw(length);
        for (int i = 0; i < length; i++) {
            values[i] = -1 - Math.abs(values[i]);
        }
        return values;
    }

    private static float[] infinite(int length) {
        float[] values = new float[length];
        java.util.Arrays.fill(values, Float.NEGATIVE_INFINITY);
        return values;
    }

    private static float[] oneNaN(int length) {
        float[] values = negative(length);
        values[length / 2] = Float.NaN;
        return values;
    }

    /** Few different values, so that many windows hold the greatest more than once. */
    private static float[] whole(int length) {
        float[] values = new Operands().draw(length);
        for (int i = 0; i < length; i++) {
            values[i] = Math.round(values[i]);
        }
        return values;
    }

    private static Call maxForward(ReferencePool pool, String kind, float[] x) {
        return new Operands()
                .input("x", x.length / SAMPLES, x)
                .result("y", SAMPLES, pool.resultLength() / SAMPLES)
                .call(
                        "greatest of " + kind + " " + pool,
                        (kernels, on) -> kernels.maxPoolForward(pool.window(), on.get("x"), on.get("y")),
                        on -> pool.maxForward(on.get("x"), on.get("y")))
                .within(0);
    }

    private static Call maxBackward(ReferencePool pool) {
        float[] x = whole(pool.inputLength());
        Operands operands = new Operands().input("x", x.length / SAMPLES, x);
        double[] y = new double[pool.resultLength()];
        pool.maxForward(operands.get("x"), y);
        return operands.input("y", y.length / SAMPLES, y)
                .input("dy", SAMPLES, y.length / SAMPLES)
                .resultLike("dx", "x")
                .call(
                        "gradient of greatest of " + pool,
                        (kernels, on) -> kernels.maxPoolBackward(
                                pool.window(), on.get("x"), on.get("y"), on.get("dy"), on.get("dx")),
                        on -> pool.maxBackward(on.get("x"), on.get("y"), on.get("dy"), on.get("dx")));
    }

    private static Call averageForward(ReferencePool pool) {
        return new Operands()
                .input("x", SAMPLES, pool.inputLength() / SAMPLES)
                .result("y", SAMPLES, pool.resultLength() / SAMPLES)
                .call(
                        "mean of " + pool,
                        (kernels, on) -> kernels.averagePoolForward(pool.window(), on.get("x"), on.get("y")),
                        on -> pool.averageForward(on.get("x"), on.get("y")));
    }

    private static Call averageBackward(ReferencePool pool) {
        return new Operands()
                .input("dy", SAMPLES, pool.resultLength() / SAMPLES)
                .result("dx", SAMPLES, pool.inputLength() / SAMPLES)
                .call(
                        "gradient of mean of " + pool,
                        (kernels, on) -> kernels.averagePoolBackward(pool.window(), on.get("dy"), on.get("dx")),
                        on -> pool.averageBackward(on.get("dy"), on.get("dx")));
    }
}
