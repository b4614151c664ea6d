package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.reference.ReferenceActivation;

/** Sums of two views, also in the place of one of them. */
class AddKernelsTest extends KernelContract {

    private static final int[] SIZES = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129, 5000};

    @Override
    protected List<Call> list() {
        List<Call> calls = new ArrayList<>();
        for (int columns : SIZES) {
            for (Activation activation : Activation.values()) {
                if (!activation.acrossUnits()) {
                    calls.add(sums(columns, activation));
                }
            }
        }
        calls.add(sums(30_000, Activation.RELU));
        return calls;
    }

    private static Call sums(int columns, Activation activation) {
        return new Operands()
                .input("a", 3, columns)
                .input("b", 3, columns)
                .result("y", 3, columns)
                .updated("first", 3, columns)
                .updated("second", 3, columns)
                .call(
                        activation + " of the sum of " + columns,
                        (kernels, on) -> {
                            kernels.add(on.get("a"), on.get("b"), activation, on.get("y"));
                            kernels.add(on.get("first"), on.get("b"), activation, on.get("first"));
                            kernels.add(on.get("a"), on.get("second"), activation, on.get("second"));
                        },
                        on -> {
                            add(on.get("a"), on.get("b"), activation, on.get("y"));
                            add(on.get("first"), on.get("b"), activation, on.get("first"));
                            add(on.get("a"), on.get("second"), activation, on.get("second"));
                        });
    }

    private static void add(double[] a, double[] b, Activation activation, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] + b[i];
        }
        ReferenceActivation.forward(activation, 1, y);
    }
}
