package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.reference.ReferenceDense;

/** The dense layer for shapes around the sizes of tiles and vectors. */
class DenseKernelsTest extends KernelContract {

    private static final int[] SIZES = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129};

    @Override
    protected List<Call> list() {
        List<Call> calls = new ArrayList<>();
        addBoth(calls, new ReferenceDense(32, 784, 128, Activation.RELU), true);
        addBoth(calls, new ReferenceDense(64, 784, 128, Activation.RELU), true);
        addBoth(calls, new ReferenceDense(5, 2100, 6, Activation.TANH), true);
        addBoth(calls, new ReferenceDense(3, 2, 3000, Activation.LOG_SOFTMAX), true);
        Activation[] activations = Activation.values();
        for (int i = 0; i < SIZES.length; i++) {
            for (int j = 0; j < 4; j++) {
                Activation activation = activations[(i + j) % activations.length];
                int in = SIZES[(2 * i + 3 * j) % SIZES.length];
                int out = SIZES[(5 * i + j) % SIZES.length];
                addBoth(calls, new ReferenceDense(SIZES[i], in, out, activation), (i + j) % 4 != 0);
            }
        }
        return calls;
    }

    private static void addBoth(List<Call> calls, ReferenceDense dense, boolean whole) {
        calls.add(forward(dense, whole));
        calls.add(backward(dense, whole));
    }

    private static Operands operands(ReferenceDense dense, boolean bias) {
        return new Operands()
                .input("x", dense.n(), dense.in())
                .weights("weight", dense.out(), dense.in())
                .input("bias", bias, 1, dense.out());
    }

    private static Call forward(ReferenceDense dense, boolean bias) {
        return operands(dense, bias)
                .result("y", dense.n(), dense.out())
                .call(
                        "forward of " + dense,
                        (kernels, on) -> kernels.denseForward(
                                on.get("x"), on.get("weight"), on.get("bias"), dense.activation(), on.get("y")),
                        on -> dense.forward(on.get("x"), on.get("weight"), on.get("bias"), on.get("y")));
    }

    /** As {@code whole} says, with the gradients of bias and input or without. */
    private static Call backward(ReferenceDense dense, boolean whole) {
        Operands operands = operands(dense, true);
        double[] y = new double[dense.n() * dense.out()];
        dense.forward(operands.get("x"), operands.get("weight"), operands.get("bias"), y);
        return operands.input("y", dense.out(), y)
                .updated("dy", dense.n(), dense.out())
                .result("dw", dense.out(), dense.in())
                .result("db", whole, 1, dense.out())
                .result("dx", whole, dense.n(), dense.in())
                .call(
                        "backward of " + dense,
                        (kernels, on) -> kernels.denseBackward(
                                on.get("x"),
                                on.get("weight"),
                                on.get("y"),
                                dense.activation(),
                                on.get("dy"),
                                on.get("dw"),
                                on.get("db"),
                                on.get("dx")),
                        on -> dense.backward(
                                on.get("x"),
                                on.get("weight"),
                                on.get("y"),
                                on.get("dy"),
                                on.get("dw"),
                                on.get("db"),
                                on.get("dx")));
    }
}
