package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.reference.ReferenceActivation;

/** Activations and their gradients, also in place. */
class ActivationKernelsTest extends KernelContract {

    private static final int[] SIZES = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129, 5000};
    private static final int ROWS = 5;

    @Override
    protected List<Call> list() {
        List<Call> calls = new ArrayList<>();
        for (int columns : SIZES) {
            for (Activation activation : Activation.values()) {
                calls.add(forward(activation, columns));
                calls.add(backward(activation, columns));
            }
        }
        return calls;
    }

    private static Call forward(Activation activation, int columns) {
        return new Operands()
                .input("x", ROWS, columns)
                .result("y", ROWS, columns)
                .updated("inPlace", ROWS, columns)
                .call(
                        activation + " of rows of " + columns,
                        (kernels, on) -> {
                            kernels.activationForward(activation, on.get("x"), on.get("y"));
                            kernels.activationForward(activation, on.get("inPlace"), on.get("inPlace"));
                        },
                        on -> {
                            copy(on.get("x"), on.get("y"));
                            ReferenceActivation.forward(activation, columns, on.get("y"));
                            ReferenceActivation.forward(activation, columns, on.get("inPlace"));
                        });
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    private static Call backward(Activation activation, int columns) {
        Operands operands = new Operands().input("x", ROWS, columns);
        double[] y = operands.get("x");
        ReferenceActivation.forward(activation, columns, y);
        return operands.input("y", columns, y)
                .input("dy", ROWS, columns)
                .result("dx", ROWS, columns)
                .updated("inPlace", ROWS, columns)
                .call(
                        "gradient of " + activation + " of rows of " + columns,
                        (kernels, on) -> {
                            kernels.activationBackward(activation, on.get("y"), on.get("dy"), on.get("dx"));
                            kernels.activationBackward(activation, on.get("y"), on.get("inPlace"), on.get("inPlace"));
                        },
                        on -> {
                            copy(on.get("dy"), on.get("dx"));
                            ReferenceActivation.backward(activation, columns, on.get("y"), on.get("dx"));
                            ReferenceActivation.backward(activation, columns, on.get("y"), on.get("inPlace"));
                        });
    }
}
