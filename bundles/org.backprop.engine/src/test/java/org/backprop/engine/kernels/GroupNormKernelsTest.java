package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.reference.ReferenceGroupNorm;

/** Layer normalization of vectors and sequences, and group normalization of images and vectors. */
class GroupNormKernelsTest extends KernelContract {

    private static final int[] SIZES = {1, 2, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129};

    /** The gradients of one or two normalized values are 0 but for epsilon: nothing but rounding errors. */
    private static final int LEAST_VARIED = 3;

    private final List<Call> calls = new ArrayList<>();

    @Override
    protected List<Call> list() {
        for (int i = 0; i < SIZES.length; i++) {
            int other = SIZES[(5 * i + 3) % SIZES.length];
            add(1 + i, 1 + i % 3, SIZES[i], 1, SIZES[i] * (1 + i % 3));
            add(1 + other % 9, 2, 2 * SIZES[i], 1, 2 * SIZES[i]);
            add(1 + other % 9, 1 + i % 4, 3 * (1 + i % 4), SIZES[i], 3 * (1 + i % 4) * SIZES[i]);
            add(2, 1 + i % 4, 1, other, (1 + i % 4) * other);
        }
        add(64, 28, 28, 1, 28 * 28);
        add(16, 4, 16, 256, 16 * 256);
        ReferenceGroupNorm far = new ReferenceGroupNorm(new GroupNormStep(2, 36, 1, 1e-5), 5, 72);
        calls.add(forward("far from zero", far, shifted(far, 1, 100)).within(1e-4));
        return calls;
    }

    private void add(int n, int groups, int features, int inner, int columns) {
        ReferenceGroupNorm norm = new ReferenceGroupNorm(new GroupNormStep(groups, features, inner, 1e-5), n, columns);
        calls.add(forward("", norm, shifted(norm, 2, 1)));
        if (columns / groups >= LEAST_VARIED) {
            calls.add(backward(norm, calls.size() % 5 != 4));
        }
    }

    private static boolean affine(ReferenceGroupNorm norm) {
        return norm.step().features() > 1;
    }

    private static float[] shifted(ReferenceGroupNorm norm, float scale, float shift) {
        Operands others = new Operands();
        others.draw(1);
        float[] values = others.draw(norm.n() * norm.columns());
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * values[i] + shift;
        }
        return values;
    }

    private static Operands operands(ReferenceGroupNorm norm, float[] x) {
        int features = norm.step().features();
        return new Operands()
                .input("x", norm.columns(), x)
                .input("gamma", affine(norm), 1, features)
                .input("beta", affine(norm), 1, features);
    }

    private static Call forward(String kind, ReferenceGroupNorm norm, float[] x) {
        return operands(norm, x)
                .result("saved", 2, norm.runs())
                .result("y", norm.n(), norm.columns())
                .call(
                        kind + " forward of " + norm,
                        (kernels, on) -> kernels.groupNormForward(
                                norm.step(),
                                on.get("x"),
                                on.get("gamma"),
                                on.get("beta"),
                                on.get("saved"),
                                on.get("y")),
                        on -> norm.forward(on.get("x"), on.get("gamma"), on.get("beta"), on.get("saved"), on.get("y")));
    }

    private static Call backward(ReferenceGroupNorm norm, boolean input) {
        Operands operands = operands(norm, shifted(norm, 2, 1));
        double[] saved = new double[2 * norm.runs()];
        double[] y = new double[norm.n() * norm.columns()];
        norm.forward(operands.get("x"), operands.get("gamma"), operands.get("beta"), saved, y);
        return operands.input("saved", norm.runs(), saved)
                .input("dy", norm.n(), norm.columns())
                .resultLike("dgamma", "gamma")
                .resultLike("dbeta", "beta")
                .result("dx", input, norm.n(), norm.columns())
                .call(
                        "backward of " + norm,
                        (kernels, on) -> kernels.groupNormBackward(
                                norm.step(),
                                on.get("x"),
                                on.get("gamma"),
                                on.get("saved"),
                                on.get("dy"),
                                on.get("dgamma"),
                                on.get("dbeta"),
                                on.get("dx")),
                        on -> norm.backward(
                                on.get("x"),
                                on.get("gamma"),
                                on.get("saved"),
                                on.get("dy"),
                                on.get("dgamma"),
                                on.get("dbeta"),
                                on.get("dx")));
    }
}
