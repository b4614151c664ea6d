package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.reference.ReferenceActivation;
import org.backprop.engine.kernels.reference.ReferenceLosses;

/** Losses, their gradients and the count of right answers. */
class LossKernelsTest extends KernelContract {

    private static final int[] SIZES = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129};

    @Override
    protected List<Call> list() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < SIZES.length; i++) {
            for (int rows : new int[] {SIZES[i], SIZES[(3 * i + 2) % SIZES.length]}) {
                calls.add(logLikelihood(rows, SIZES[i]));
                calls.add(crossEntropy(rows, SIZES[i]));
                calls.add(correct(rows, SIZES[i]));
            }
        }
        return calls;
    }

    private static Operands labelled(int rows, int classes) {
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = (5 * row + 3) % classes;
        }
        return new Operands().input("z", rows, classes).input("labels", 1, labels);
    }

    private static Call logLikelihood(int rows, int classes) {
        Operands operands = labelled(rows, classes);
        double[] p = operands.get("z");
        ReferenceActivation.forward(Activation.LOG_SOFTMAX, classes, p);
        return operands.input("p", classes, p)
                .result("nll", 1, 1)
                .result("gradient", rows, classes)
                .result("fused", rows, classes)
                .call(
                        "log likelihood of [" + rows + ", " + classes + "]",
                        (kernels, on) -> {
                            on.get("nll").set(new float[] {(float) kernels.nll(on.get("p"), on.get("labels"))});
                            kernels.nllGradient(on.get("p"), on.get("labels"), on.get("gradient"));
                            kernels.logSoftmaxNllGradient(on.get("p"), on.get("labels"), on.get("fused"));
                        },
                        on -> {
                            on.get("nll")[0] = ReferenceLosses.nll(on.get("p"), on.get("labels"));
                            ReferenceLosses.gradient(new double[rows * classes], on.get("labels"), on.get("gradient"));
                            ReferenceLosses.gradient(softmax(on, classes), on.get("labels"), on.get("fused"));
                        });
    }

    private static Call crossEntropy(int rows, int classes) {
        return labelled(rows, classes)
                .result("loss", 1, 1)
                .result("gradient", rows, classes)
                .call(
                        "cross entropy of [" + rows + ", " + classes + "]",
                        (kernels, on) -> {
                            double loss = kernels.crossEntropy(on.get("z"), on.get("labels"));
                            on.get("loss").set(new float[] {(float) loss});
                            kernels.crossEntropyGradient(on.get("z"), on.get("labels"), on.get("gradient"));
                        },
                        on -> {
                            on.get("loss")[0] = ReferenceLosses.crossEntropy(on.get("z"), on.get("labels"));
                            ReferenceLosses.gradient(softmax(on, classes), on.get("labels"), on.get("gradient"));
                        });
    }

    private static double[] softmax(Map<String, double[]> on, int classes) {
        double[] z = on.get("z").clone();
        ReferenceActivation.forward(Activation.SOFTMAX, classes, z);
        return z;
    }

    private static Call correct(int rows, int classes) {
        return labelled(rows, classes)
                .result("count", 1, 1)
                .call(
                        "right answers of [" + rows + ", " + classes + "]",
                        (kernels, on) ->
                                on.get("count").set(new float[] {kernels.correct(on.get("z"), on.get("labels"))}),
                        on -> {
                            on.get("count")[0] = 0;
                            for (int row = 0; row < rows; row++) {
                                on.get("count")[0] += isRight(on, row, classes) ? 1 : 0;
                            }
                        })
                .within(0);
    }

    private static boolean isRight(Map<String, double[]> on, int row, int classes) {
        double[] z = on.get("z");
        double score = z[row * classes + (int) on.get("labels")[row]];
        for (int i = 0; i < classes; i++) {
            if (z[row * classes + i] > score) {
                return false;
            }
        }
        return true;
    }
}
